package org.stadtstand.ground.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Checks that a statement runs only with each of its gaps filled exactly once. */
class TemplateTests {

  @Test
  void everyPlaceOfAGapIsFilled() {
    Template template = new Template("select {column} from {table} order by {column}");
    assertThat(template.with("column", "a").with("table", "t").sql())
        .isEqualTo("select a from t order by a");
  }

  @Test
  void theOpenEndIsFilledAlready() {
    assertThat(new Template("until = {open}").sql()).isEqualTo("until = 2147483647");
  }

  @Test
  void aGapThatTheTextLacksIsRefused() {
    assertThatThrownBy(() -> new Template("select 1").with("table", "t"))
        .hasMessageContaining("{table}");
  }

  @Test
  void aGapThatNothingFillsIsRefused() {
    assertThatThrownBy(() -> new Template("select {column}").sql())
        .hasMessageContaining("{column}");
  }

  @Test
  void whatIsOfferedNeedNotBeUsed() {
    assertThat(new Template("from {table}").withAny(Map.of("table", "t", "type", 7)).sql())
        .isEqualTo("from t");
  }

  @Test
  void fillingsAndPlacesOfValuesStayAsTheyAre() {
    assertThat(new Template("{which} and x = any({0})").with("which", "{t}.y = '$1\\'").sql())
        .isEqualTo("{t}.y = '$1\\' and x = any({0})");
  }
}
