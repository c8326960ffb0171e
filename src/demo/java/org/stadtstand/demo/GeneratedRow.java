package org.stadtstand.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row to be written to a CSV file: values by column, without the unknown ones. */
record GeneratedRow(Map<String, String> values) {

  static GeneratedRow of(String column, Object value) {
    return new GeneratedRow(new LinkedHashMap<>()).with(column, value);
  }

  GeneratedRow with(String column, @Nullable Object value) {
    if (value != null && !value.toString().isEmpty()) {
      values.put(column, value.toString());
    }
    return this;
  }

  GeneratedRow copy() {
    return new GeneratedRow(new LinkedHashMap<>(values));
  }

  String get(String column) {
    return values.getOrDefault(column, "");
  }
}
