package org.stadtstand.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row under way to a CSV file: values by column, where an unknown value is simply not there. */
record Row(Map<String, String> values) {

  static Row of(String column, Object value) {
    return new Row(new LinkedHashMap<>()).with(column, value);
  }

  Row with(String column, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      values.put(column, value.toString());
    }
    return this;
  }

  Row copy() {
    return new Row(new LinkedHashMap<>(values));
  }

  String get(String column) {
    return values.getOrDefault(column, "");
  }
}
