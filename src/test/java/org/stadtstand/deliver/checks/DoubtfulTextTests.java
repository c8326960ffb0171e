package org.stadtstand.deliver.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text is looked through once, however long it is and whatever it looks like the begin of. */
class DoubtfulTextTests {

  private static final int TIMES = 300_000;

  @ParameterizedTest
  @ValueSource(strings = {"x", "x ", "a.", "a@", "<a ", "&a", "+49 ", "0211 ", "(02", "a?", "1"})
  void isLookedThroughInNoTime(String part) {
    List<DoubtfulText> found = new ArrayList<>();
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> DoubtfulText.each("0211 " + part.repeat(TIMES), (rule, text) -> found.add(rule)));
    assertThat(found).doesNotHaveDuplicates();
  }
}
