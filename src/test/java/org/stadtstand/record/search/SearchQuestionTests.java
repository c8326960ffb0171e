package org.stadtstand.record.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/** What is read from the text of a search, and what is refused. */
class SearchQuestionTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "Glasfaser|[glasfaser]",
        "  Glasfaser   AUSBAU ; |[glasfaser, ausbau]",
        "\"Glasfaser\" Ausbau -Schule|[\"glasfaser\", ausbau, -schule]",
        "„Straße frei“ -\"im Amt\"|[\"straße frei\", -\"im amt\"]",
        "«a b»|[\"a b\"]",
        "E-Akte|[akte]",
        "Online-Dienst -Online-Dienst|[online, dienst, -\"online dienst\"]",
        "2024/25|[2024, 25]",
        "Bürger*innen|[bürger, innen]",
        "\"\" Amt|[amt]",
        "Amt - Haus|[amt, haus]",
        "Amt – Haus|[amt, haus]",
        "Amt –Haus −„im Amt“|[amt, -haus, -\"im amt\"]",
        "Amt\"im Haus\"|[amt, \"im haus\"]",
        "Stra\u0308ußchen|[sträußchen]",
        "100 %|[100]",
        "5G|[5g]",
      })
  void wordsPhrasesAndWhatIsLeftOut(String text, String terms) {
    assertThat(SearchQuestion.of(text).terms()).hasToString(terms);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "G|“g” is a single character",
        "Ausbau G|“g” is a single character",
        "Ausbau -G|“g” is a single character",
        "Ausbau \"g\"|“g” is a single character",
        "\"Glasfaser Ausbau|quotation marks",
        "Glasfaser \"Ausbau\" \"|quotation marks",
        "„Glasfaser|quotation marks",
        "-Schule|minus",
        "-Schule -\"im Amt\"|minus",
        "a-b-c|no word",
        "%_*|no word",
        "--- \"\"|no word",
        "\\|no word",
        "eins zwei drei vier fünf sechs sieben acht neun|9 words",
        "\"eins zwei drei vier fünf sechs sieben acht neun\"|9 words",
      })
  void whatCannotBeSearchedForIsSaid(String text, String part) {
    assertThatThrownBy(() -> SearchQuestion.of(text))
        .isInstanceOfSatisfying(
            ApiError.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(ErrorCode.BAD_SEARCH);
              assertThat(refused.hint()).isNotBlank();
            })
        .hasMessageContaining(part);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t", "\u00a0"})
  void nothingIsRefused(String text) {
    assertThatThrownBy(() -> SearchQuestion.of(text)).hasMessageContaining("no word");
  }

  @Test
  void aLongTextIsNotReadAtAll() {
    assertThat(SearchQuestion.of("ab ".repeat(2) + "c".repeat(190)).terms()).hasSize(3);
    assertThatThrownBy(() -> SearchQuestion.of("c".repeat(201)))
        .hasMessageContaining("201 characters");
  }
}
