package org.stadtstand.serve.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A receiver that cannot be one stops the start, and the secret is in no text about it. */
class HookSettingsTests {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "receiver.example",
        "ftp://receiver.example/",
        "https:/hook",
        "/",
        "https://user:word@receiver.example/",
        "https://receiver.example/#part",
        "file:///etc/passwd"
      })
  void refusesWhatIsNoAddressOnTheWeb(String url) {
    assertThatThrownBy(() -> receiver("press", url, SECRET, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("hook.receivers: press needs a url");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Press", "a b", "-press", "päper", "a'; drop table hook.message"})
  void refusesWhatIsNoName(String name) {
    assertThatThrownBy(() -> receiver(name, "https://receiver.example/", SECRET, null))
        .hasMessageContaining("needs a name");
  }

  @Test
  void refusesNoSecretTwoAndABadOne() {
    String url = "https://receiver.example/";
    assertThatThrownBy(() -> receiver("press", url, null, null))
        .hasMessageContaining("a secret or a secret-file");
    assertThatThrownBy(() -> receiver("press", url, SECRET, Path.of("file")))
        .hasMessageContaining("a secret or a secret-file");
    assertThatThrownBy(() -> receiver("press", url, "whsec_hidden", null))
        .hasMessageNotContaining("hidden");
  }

  @Test
  void refusesTwoOfOneName() {
    HookSettings.Receiver one = receiver("press", "https://receiver.example/", SECRET, null);
    assertThatThrownBy(() -> settings(List.of(one, one), List.of(), 9))
        .hasMessageContaining("two of them are called press");
  }

  @Test
  void refusesNoAttemptsAndWhatIsNoNetwork() {
    assertThatThrownBy(() -> settings(List.of(), List.of(), 0)).hasMessageContaining("attempts");
    assertThatThrownBy(() -> settings(List.of(), List.of("intranet"), 9))
        .hasMessageContaining("\"intranet\" is no network");
  }

  @Test
  void pausesGrowAndStayFinite() {
    HookSettings settings = settings(List.of(), List.of(), 9);
    assertThat(settings.pause(1)).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.pause(2)).isEqualTo(Duration.ofSeconds(20));
    assertThat(settings.pause(8)).isBetween(Duration.ofHours(22), Duration.ofHours(23));
    assertThat(settings.pause(1000)).isEqualTo(settings.pause(10)).isPositive();
  }

  @Test
  void tellsItsNameAndNotItsSecret() {
    assertThat(receiver("press", "https://receiver.example/", SECRET, null))
        .hasToString("press at https://receiver.example/");
  }

  private static HookSettings settings(
      List<HookSettings.Receiver> receivers, List<String> networks, int attempts) {
    return new HookSettings(
        receivers,
        networks,
        Duration.ofSeconds(10),
        attempts,
        Duration.ofSeconds(5),
        Duration.ofDays(30));
  }

  private static HookSettings.Receiver receiver(
      String name, String url, @Nullable String secret, @Nullable Path file) {
    return new HookSettings.Receiver(name, URI.create(url), secret, file, List.of(), Set.of());
  }
}
