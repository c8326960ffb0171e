package org.stadtstand.graph.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An object in an answer behaves like the map that the engine would have built. */
class AnsweredObjectTests {

  private static final AnsweredObject.Shape SHAPE =
      new AnsweredObject.Shape(List.of("title", "key", "none"));

  private final AnsweredObject object =
      new AnsweredObject(SHAPE, new @Nullable Object[] {"Glasfaser", 7, null});

  @Test
  void isTheMapThatTheEngineWouldHaveMade() {
    Map<String, @Nullable Object> made = new LinkedHashMap<>();
    made.put("title", "Glasfaser");
    made.put("key", 7);
    made.put("none", null);
    assertThat(object).isEqualTo(made).hasSameHashCodeAs(made).hasToString(made.toString());
    assertThat(made).isEqualTo(object);
    assertThat(object.keySet()).containsExactly("title", "key", "none");
    assertThat(object.get("key")).isEqualTo(7);
    assertThat(object).containsKey("none").doesNotContainKey("other");
    assertThat(object.get("other")).isNull();
  }

  @Test
  void namesAreWrittenAsJson() {
    AnsweredObject odd =
        new AnsweredObject(new AnsweredObject.Shape(List.of("a")), new @Nullable Object[] {1});
    assertThat(odd.name(0).asQuotedUTF8()).asString().isEqualTo("a");
    assertThat(odd.value(0)).isEqualTo(1);
  }
}
