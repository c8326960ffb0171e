package org.stadtstand.serve.difference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.encoding.JsonCodec;
import org.stadtstand.serve.table.SelectedField;

/**
 * What an answer says, without what names the state that it was read at: ids, cursors, the
 * description of the state. Only so can the answers at two states be the same.
 *
 * @param values the values outside of all lists, by their place
 * @param lists the rows of each list that is in no other
 */
record AnswerContent(Map<AnswerPlace, String> values, Map<AnswerPlace, List<AnswerRow>> lists) {

  /** What says best which row it is, and then what it is called. */
  private static final List<String> NAMES =
      List.of("key", "on", "year", "period", "number", "label", "value", "field");

  private static final List<String> TITLES =
      List.of("title", "name", "wording", "sentence", "label", "text", "key", "on", "value");

  static final AnswerContent NONE = new AnswerContent(Map.of(), Map.of());

  static AnswerContent of(SelectedField root, Map<?, ?> data) {
    AnswerContent content = new AnswerContent(new LinkedHashMap<>(), new LinkedHashMap<>());
    content.read(root, data, AnswerPlace.ROOT);
    return content;
  }

  private void read(SelectedField in, Map<?, ?> members, AnswerPlace place) {
    for (SelectedField field : in.children()) {
      Object value = members.get(field.key());
      AnswerPlace own = place.below(field);
      if (field.namesItsState() || !members.containsKey(field.key())) {
        continue;
      }
      if (field.isList()) {
        lists.put(own, rows(field, value instanceof List<?> all ? all : List.of()));
      } else if (!field.isLeaf() && value instanceof Map<?, ?> inner) {
        read(field, inner, own);
      } else {
        values.put(own, text(value));
      }
    }
  }

  private static List<AnswerRow> rows(SelectedField list, List<?> elements) {
    List<AnswerRow> rows = new ArrayList<>();
    for (Object element : elements) {
      if (element instanceof Map<?, ?> members) {
        String content = JsonCodec.SORTED.writeValueAsString(said(list, members));
        String name = first(list, members, NAMES).orElse(content);
        rows.add(new AnswerRow(name, first(list, members, TITLES).orElse(""), content));
      }
    }
    return rows;
  }

  /** The row with all that is in it, but for what names the state. */
  private static Map<String, @Nullable Object> said(SelectedField in, Map<?, ?> members) {
    Map<String, @Nullable Object> said = new LinkedHashMap<>();
    for (SelectedField field : in.children()) {
      if (!field.namesItsState() && members.containsKey(field.key())) {
        said.put(field.key(), said(field, members.get(field.key())));
      }
    }
    return said;
  }

  private static @Nullable Object said(SelectedField field, @Nullable Object value) {
    return switch (value) {
      case Map<?, ?> inner when !field.isLeaf() -> said(field, inner);
      case List<?> all -> all.stream().map(each -> said(field, each)).toList();
      case null, default -> value;
    };
  }

  /** The first of some fields that the row, or the record in it, says. */
  private static Optional<String> first(SelectedField row, Map<?, ?> members, List<String> fields) {
    for (String wanted : fields) {
      for (SelectedField field : row.children()) {
        Object value = members.get(field.key());
        if (field.field().equals(wanted) && field.isLeaf() && value != null) {
          return Optional.of(value.toString());
        }
      }
    }
    return row.children().stream()
        .filter(field -> !field.isLeaf() && !field.isList())
        .map(
            field ->
                members.get(field.key()) instanceof Map<?, ?> inner
                    ? first(field, inner, fields)
                    : Optional.<String>empty())
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case String text -> text;
      default -> JsonCodec.SORTED.writeValueAsString(value);
    };
  }
}
