package org.stadtstand.ground.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Texts are sorted as a German reader expects. */
class SortKeyTests {

  @Test
  void sortsUmlautsAsTheirVowelsAndSharpSAsTwo() {
    List<String> sorted =
        List.of("Zoo", "Ärzte", "Straße", "Arzt", "Strand", "Österreich", "Ofen").stream()
            .sorted(Comparator.comparing(SortKey::of))
            .toList();
    assertThat(sorted)
        .containsExactly("Arzt", "Ärzte", "Ofen", "Österreich", "Strand", "Straße", "Zoo");
  }

  @Test
  void ignoresCaseAndAccents() {
    assertThat(SortKey.of("CAFÉ")).isEqualTo(SortKey.of("café")).isEqualTo("cafe");
  }
}
