package org.stadtstand.serve.format;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.execution.AnsweredObject;
import org.stadtstand.graph.execution.LastingObject;
import org.stadtstand.ground.encoding.JsonCodec;
import tools.jackson.core.JsonGenerator;

/**
 * Writes an answer as bytes in the order in which it was selected. It distinguishes the few kinds
 * of values that the engine produces itself, so that no serializer is looked up by class.
 */
final class JsonWriter {

  private JsonWriter() {}

  static byte[] write(Map<String, ? extends @Nullable Object> body) {
    AnswerBytes bytes = new AnswerBytes();
    try (JsonGenerator out = JsonCodec.PLAIN.createGenerator(bytes)) {
      write(out, body);
    }
    return bytes.whole();
  }

  private static String text(Map<String, ? extends @Nullable Object> content) {
    return new String(write(content), StandardCharsets.UTF_8);
  }

  private static void write(JsonGenerator out, @Nullable Object value) {
    switch (value) {
      case null -> out.writeNull();
      case String text -> out.writeString(text);
      case AnsweredObject object -> object(out, object);
      case LastingObject object -> out.writeRawValue(object.written(JsonWriter::text));
      case Map<?, ?> map -> object(out, map);
      case List<?> list -> {
        out.writeStartArray();
        list.forEach(element -> write(out, element));
        out.writeEndArray();
      }
      case Boolean yes -> out.writeBoolean(yes);
      case Integer number -> out.writeNumber(number);
      case Long number -> out.writeNumber(number);
      case BigDecimal number -> out.writeNumber(number);
      case BigInteger number -> out.writeNumber(number);
      case Double number -> out.writeNumber(number);
      // Dates and enum names.
      default -> out.writeString(value.toString());
    }
  }

  /** The most frequent case, so it does not take the generic path for maps. */
  private static void object(JsonGenerator out, AnsweredObject object) {
    out.writeStartObject();
    for (int i = 0; i < object.size(); i++) {
      out.writeName(object.name(i));
      write(out, object.value(i));
    }
    out.writeEndObject();
  }

  private static void object(JsonGenerator out, Map<?, ?> map) {
    out.writeStartObject();
    map.forEach(
        (name, value) -> {
          out.writeName(name.toString());
          write(out, value);
        });
    out.writeEndObject();
  }
}
