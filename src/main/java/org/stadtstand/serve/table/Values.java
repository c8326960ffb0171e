package org.stadtstand.serve.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads values from an answer along a path of keys. */
public final class Values {

  private static final String SEPARATOR = " | ";

  private Values() {}

  /** The value at the end of a path; null if something on the way is missing. */
  public static @Nullable Object at(@Nullable Object start, List<String> path) {
    Object value = start;
    for (int i = 0; i < path.size(); i++) {
      if (value instanceof List<?> list) {
        return joined(list, path.subList(i, path.size()));
      }
      value = value instanceof Map<?, ?> object ? object.get(path.get(i)) : null;
    }
    return value instanceof List<?> list ? joined(list, List.of()) : value;
  }

  /** The list at the end of a path; empty if something on the way is missing. */
  static List<?> list(@Nullable Object start, List<String> path) {
    Object value = start;
    for (String key : path) {
      value = value instanceof Map<?, ?> object ? object.get(key) : null;
    }
    return value instanceof List<?> list ? list : List.of();
  }

  private static @Nullable String joined(List<?> list, List<String> path) {
    List<String> texts = new ArrayList<>();
    for (Object element : list) {
      Object value = at(element, path);
      if (value != null) {
        texts.add(value.toString());
      }
    }
    return texts.isEmpty() ? null : texts.stream().collect(Collectors.joining(SEPARATOR));
  }
}
