package org.stadtstand.ground.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Checks what all mappers have in common, and how they differ. */
class JsonCodecTests {

  static List<JsonMapper> all() {
    return List.of(JsonCodec.PLAIN, JsonCodec.INDENTED, JsonCodec.SORTED, JsonCodec.STRICT);
  }

  @ParameterizedTest
  @MethodSource("all")
  void noFigureChangesOnItsWay(JsonMapper json) {
    Object read = json.readValue("0.10000000000000000001", Object.class);
    assertThat(read).isEqualTo(new BigDecimal("0.10000000000000000001"));
    assertThat(json.writeValueAsString(new BigDecimal("1E-7"))).isEqualTo("0.0000001");
  }

  @Test
  void keysAreSorted() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("b", 1);
    members.put("a", 2);
    assertThat(JsonCodec.SORTED.writeValueAsString(members)).isEqualTo("{\"a\":2,\"b\":1}");
    assertThat(JsonCodec.PLAIN.writeValueAsString(members)).isEqualTo("{\"b\":1,\"a\":2}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":1,\"a\":2}", "1 2"})
  void strangersSayEachThingOnce(String text) {
    assertThatThrownBy(() -> JsonCodec.STRICT.readValue(text, Object.class))
        .isInstanceOf(JacksonException.class);
  }

  @Test
  void whatStrangersSendIsBounded() {
    assertThatThrownBy(() -> JsonCodec.STRICT.readValue("[".repeat(65), Object.class))
        .hasMessageContaining("64");
    assertThatThrownBy(() -> JsonCodec.STRICT.readValue("1".repeat(101), Object.class))
        .hasMessageContaining("100");
  }
}
