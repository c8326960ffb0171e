package org.stadtstand.serve.purge;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An address that cannot be a cache's stops the start, and says which setting it is. */
class PurgeSettingsTests {

  @ParameterizedTest
  @ValueSource(strings = {"cache.internal", "ftp://cache.internal/", "http:/cache", "/"})
  void refusesWhatIsNoAddressOnTheWeb(String url) {
    assertThatThrownBy(() -> new PurgeSettings.Cache(URI.create(url), "BAN", Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("purge.caches");
  }
}
