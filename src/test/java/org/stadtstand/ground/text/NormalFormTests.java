package org.stadtstand.ground.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However a text was typed or copied, it comes in in one form. */
class NormalFormTests {

  @ParameterizedTest
  @CsvSource({
    "Gebu\u0308hr, Gebühr",
    "300\u00A0Mio., 300 Mio.",
    "300\u202FMio., 300 Mio.",
    "a\u2003b\u3000c, a b c",
    "Gru\u0308n\uFB02a\u0308chen, Grünflächen",
    "o\uFB03ziell, offiziell",
    "Straße 1.000 €, Straße 1.000 €",
    "m² ½ Nº, m² ½ Nº",
    "E\u2011Akte E\u2010Akte, E-Akte E-Akte",
    "日本 😀, 日本 😀"
  })
  void isPlainAndComposed(String typed, String form) {
    assertThat(NormalForm.of(typed)).isEqualTo(form);
    assertThat(NormalForm.of(form)).isEqualTo(form);
    assertThat(NormalForm.asked(Map.of("x", List.of(Map.of("x", typed)))))
        .isEqualTo(Map.of("x", List.of(Map.of("x", form))));
  }

  @ParameterizedTest
  @CsvSource({
    "Glas\u00ADfaser\u200B\u00ADausbau, Glasfaserausbau",
    "\uFEFFU\u200D\u0308 \u2060\u202Eb\u202C, Ü b",
    "a\u034Fb\uDB40\uDC61, ab",
    "5–7 № 日本 😀, 5–7 № 日本 😀"
  })
  void aQuestionHasNothingThatNobodySees(String copied, String form) {
    assertThat(NormalForm.asked(copied)).isEqualTo(form);
    assertThat(NormalForm.asked(Map.of("x", List.of(copied))))
        .isEqualTo(Map.of("x", List.of(form)));
  }
}
