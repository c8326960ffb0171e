package org.stadtstand.serve.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stadtstand.ground.text.Language;

/** Which language a browser is led to. */
class PreferredLanguageTests {

  @ParameterizedTest
  @CsvSource({
    ", DE",
    "'', DE",
    "de, DE",
    "'de-DE,de;q=0.9,en;q=0.8', DE",
    "'en;q=0.5,de;q=0.7', DE",
    "*, DE",
    "'de-AT', DE",
    "en, EN",
    "'en-GB,en;q=0.9', EN",
    "'en;q=0.9,de;q=0.7', EN",
    "'fr-FR,fr;q=0.9', EN",
    "'fr,de;q=0.1', DE",
    "'en;q=0', DE",
    "'en;q=nothing', DE",
    "'§$%', DE",
  })
  void theFirstOfTheTwoThatIsAskedForCounts(String accepted, Language language) {
    assertThat(PreferredLanguage.of(accepted)).isEqualTo(language);
  }
}
