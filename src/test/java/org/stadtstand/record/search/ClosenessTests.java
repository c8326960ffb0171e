package org.stadtstand.record.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How close words are; one typing error by the textbook's table. */
class ClosenessTests {

  @ParameterizedTest
  @CsvSource({
    "schule,schule,WHOLE",
    "straße,strasse,WHOLE_FOLDED",
    "strasse,straße,WHOLE_FOLDED",
    "muller,müller,WHOLE_FOLDED",
    "schule,schulen,BEGINNING",
    "schule,schülerticket,BEGINNING_FOLDED",
    "schüler,schulerticket,BEGINNING_FOLDED",
    "schule,grundschulen,PART",
    "straße,hauptstrassenbahn,PART_FOLDED",
    // Better as a whole without accents than as a part with them.
    "amt,amtsamt,BEGINNING",
    "amt,bauamt,",
    "bauamt,amt,",
    "75,750,BEGINNING",
    "75,175,",
    "digital,digtal,",
  })
  void aWordIsFoundAsItIsOrInAnother(String asked, String word, @Nullable Closeness closeness) {
    assertThat(Closeness.of(asked, word)).isEqualTo(closeness);
  }

  @ParameterizedTest
  @CsvSource({
    "digtal,digital,MISTYPED",
    "digiital,digital,MISTYPED",
    "digitel,digital,MISTYPED",
    "digtial,digital,MISTYPED",
    "igital,digital,MISTYPED",
    "duesseldorf,düsseldorf,MISTYPED",
    "glasfsaer,glasfaserausbau,BEGINNING_MISTYPED",
    "digtla,digital,",
    "amtt,amt,",
  })
  void oneLetterMayBeWrong(String asked, String word, @Nullable Closeness closeness) {
    assertThat(Closeness.mistyped(asked, word)).isEqualTo(closeness);
  }

  @Test
  void oneMistakeIsADistanceOfOne() {
    Random random = new Random(17);
    int near = 0;
    for (int i = 0; i < 20_000; i++) {
      String asked = word(random);
      String word = word(random);
      boolean one = distance(asked, word) == 1;
      assertThat(Closeness.mistyped(asked, word) == Closeness.MISTYPED)
          .as(asked + " " + word)
          .isEqualTo(one);
      near += one ? 1 : 0;
    }
    assertThat(near).isGreaterThan(500);
  }

  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int length = 5 + random.nextInt(2); length > 0; length--) {
      word.append((char) ('a' + random.nextInt(2)));
    }
    return word.toString();
  }

  /** Optimal string alignment: replaced, left out, added, or swapped with the next. */
  private static int distance(String one, String other) {
    int[][] d = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        d[i][j] = i == 0 || j == 0 ? i + j : Integer.MAX_VALUE;
        if (i > 0 && j > 0) {
          int other1 = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
          d[i][j] = Math.min(d[i - 1][j - 1] + other1, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
          if (i > 1
              && j > 1
              && one.charAt(i - 1) == other.charAt(j - 2)
              && one.charAt(i - 2) == other.charAt(j - 1)) {
            d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
          }
        }
      }
    }
    return d[one.length()][other.length()];
  }
}
