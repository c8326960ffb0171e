package org.stadtstand.deliver.reading;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a description without trusting its shape: what is missing or of the wrong kind is null. */
final class Json {

  private Json() {}

  static @Nullable String text(JsonNode node, String property) {
    JsonNode value = node.path(property);
    return value.isString() && !value.stringValue().isBlank() ? value.stringValue().strip() : null;
  }

  static JsonNode first(JsonNode list, String property, String value) {
    for (JsonNode entry : list) {
      if (value.equals(text(entry, property))) {
        return entry;
      }
    }
    return list.path(-1);
  }
}
