package org.stadtstand.record.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A word is made of letters, marks and digits of any script, and of nothing else. */
class WrittenWordTests {

  private static final Pattern OF_WORDS = Pattern.compile("[\\p{L}\\p{M}\\p{N}]");

  @Test
  void everyCharacterIsOfAWordOrNot() {
    List<Integer> differing =
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .filter(
                each ->
                    WrittenWord.isOfWord(each)
                        != OF_WORDS.matcher(Character.toString(each)).matches())
            .boxed()
            .toList();

    assertThat(differing).isEmpty();
  }

  @Test
  void wordsHaveTheirPlaces() {
    assertThat(WrittenWord.of("„Straße 7“ – 𝔄b"))
        .containsExactly(
            new WrittenWord("straße", 1, 7),
            new WrittenWord("7", 8, 9),
            new WrittenWord("𝔄b", 13, 16));
    assertThat(WrittenWord.of("Amt")).containsExactly(new WrittenWord("amt", 0, 3));
    assertThat(WrittenWord.of(" – ")).isEmpty();
    assertThat(WrittenWord.of("")).isEmpty();
  }
}
