package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.stadtstand.ground.command.Commands;

/** What the program does with arguments before it starts anything. */
class CommandLineTests {

  /** An empty application: any command that asks it for a bean fails, with status 3. */
  private final TestConsole console = new TestConsole(new StaticListableBeanFactory());

  static List<String> commands() {
    return new ArrayList<>(Application.commands().byName().keySet());
  }

  @Test
  void helpNamesEveryCommand() {
    assertThat(console.run("--help")).isZero();
    assertThat(commands())
        .isNotEmpty()
        .allSatisfy(name -> assertThat(console.printed()).contains("  " + name + " "));
    assertThat(console.complaint()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void eachCommandPrintsItsOwnHelp(String command) {
    assertThat(console.run(command, "--help")).isZero();
    assertThat(console.printed())
        .startsWith("Usage: stadtstand " + command + " ")
        .contains("Status:", "  0   ", "  2   not understood; nothing was done");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void eachCommandRefusesAnOptionItDoesNotKnow(String command) {
    assertThat(console.run(command, "a", "b", "c", "--reason=d", "--legal-basis=e", "--dry"))
        .isEqualTo(2);
    assertThat(console.complaint()).contains("Usage: stadtstand " + command + " ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"imprt folder", "generate --out x", "--port=9", "@folder", "-"})
  void whatIsNoCommandStartsNothing(String arguments) {
    assertThat(console.run(arguments.split(" "))).isEqualTo(2);
    assertThat(console.complaint()).contains("Usage: stadtstand");
    assertThat(console.printed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Pr\uFFFDfung", "Pr\u0007fung", "\u202Egnuf\u00FCrP", "Pr\u200Bfung"})
  void whatNobodyCanReadIsRefused(String text) {
    for (String reason : List.of("--reason=" + text, "--legal-basis=" + text)) {
      assertThat(console.run("redact", "a", "b", "c", reason, "--preview")).isEqualTo(2);
      assertThat(console.complaint()).contains("which nobody can read.", " U+");
    }
    assertThat(console.run("revoke", "a", "1", "--reason", text)).isEqualTo(2);
    assertThat(console.run("block-link", "a", "--reason", text)).isEqualTo(2);
  }

  @Test
  void aSettingOfACommandIsGivenOnce() {
    assertThat(Application.ofCommand(List.of("--limits.depth=3")))
        .containsExactly("--limits.depth=3", "--database.attach=true", "--logging.level.root=warn");
    assertThat(Application.ofCommand(List.of("--database.attach=true")))
        .containsExactly("--database.attach=true", "--logging.level.root=warn");
    assertThat(
            Application.ofCommand(List.of("--database.attach=false", "--logging.level.root=info")))
        .containsExactly("--database.attach=false", "--logging.level.root=info");
  }

  @Test
  void anErrorIsAStatusOfItsOwn() {
    assertThat(console.run("import", "folder")).isEqualTo(3);
    assertThat(console.complaint()).contains("NoSuchBeanDefinitionException");
  }

  @ParameterizedTest
  @CsvSource({
    "--server.port=9000, true",
    "--rate.keys[0].name=a, true",
    "--spring.main.lazy-initialization, true",
    "--reason=a.b, false",
    "--lang, false",
    "seed-data/a.b, false"
  })
  void namesOfSettingsHaveADot(String argument, boolean setting) {
    assertThat(Commands.isSetting(argument)).isEqualTo(setting);
  }
}
