package org.stadtstand.serve.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The marker stands on what differs and on nothing else. */
class ThenAndNowTests {

  @ParameterizedTest
  @CsvSource({
    "a b c, a x c, a <mark>b</mark> c, a <mark>x</mark> c",
    "a b c, a c, a <mark>b</mark> c, a c",
    "a c, a b b c, a c, a <mark>b b</mark> c",
    "2026, 2027, <mark>2026</mark>, <mark>2027</mark>",
    ", Juni 2026, <mark>–</mark>, <mark>Juni 2026</mark>",
    "same, same, same, same",
    "1 < 2, 1 < 3, 1 &lt; <mark>2</mark>, 1 &lt; <mark>3</mark>"
  })
  void wordsThatDifferAreMarked(
      @Nullable String then, String now, String markedThen, String markedNow) {
    Map<String, @Nullable Object> page = compared(then, now);
    assertThat(page.get("then")).extracting("textMarked").isEqualTo(markedThen);
    assertThat(page.get("now")).extracting("textMarked").isEqualTo(markedNow);
    assertThat(page.get("thenDiffers")).isEqualTo(!now.equals(then));
  }

  @Test
  void whatIsMissingOnOneSideLeavesTheOtherUnmarked() {
    Map<String, @Nullable Object> page = new HashMap<>();
    page.put("then", null);
    page.put("now", Map.of("text", "a b"));
    ThenAndNow.mark(page);
    assertThat(page).containsEntry("thenDiffers", true).containsEntry("then", null);
    assertThat(page.get("now")).extracting("textMarked").isEqualTo("a b");
  }

  private static Map<String, @Nullable Object> compared(@Nullable String then, String now) {
    Map<String, @Nullable Object> earlier = new HashMap<>();
    earlier.put("text", then);
    Map<String, @Nullable Object> page = new HashMap<>();
    page.put("then", earlier);
    page.put("now", Map.of("text", now));
    ThenAndNow.mark(page);
    return page;
  }
}
