package org.stadtstand.serve.difference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How an answer differs from the one before: in values, and in the rows of its lists. */
record AnswerDifference(Map<AnswerPlace, Values> values, Map<AnswerPlace, Rows> lists) {

  /** A value before and since; empty where there was none. */
  record Values(String before, String since) {}

  /** The rows of a list that came, that went, and that are no longer what they were. */
  record Rows(List<AnswerRow> added, List<AnswerRow> gone, List<AnswerRow> changed) {

    boolean isEmpty() {
      return added.isEmpty() && gone.isEmpty() && changed.isEmpty();
    }

    static Rows between(List<AnswerRow> before, List<AnswerRow> since) {
      Map<String, AnswerRow> then = named(before);
      Map<String, AnswerRow> now = named(since);
      Rows rows = new Rows(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      now.forEach(
          (name, row) -> {
            AnswerRow former = then.get(name);
            if (former == null) {
              rows.added.add(row);
            } else if (!former.content().equals(row.content())) {
              rows.changed.add(row);
            }
          });
      then.forEach(
          (name, row) -> {
            if (!now.containsKey(name)) {
              rows.gone.add(row);
            }
          });
      return rows;
    }

    /** Rows of one name are told apart by their order. */
    private static Map<String, AnswerRow> named(List<AnswerRow> rows) {
      Map<String, AnswerRow> named = new LinkedHashMap<>();
      Map<String, Integer> times = new HashMap<>();
      for (AnswerRow row : rows) {
        int time = times.merge(row.name(), 1, Integer::sum);
        named.put(time == 1 ? row.name() : row.name() + "\u001f" + time, row);
      }
      return named;
    }
  }

  static AnswerDifference between(AnswerContent before, AnswerContent since) {
    Map<AnswerPlace, Values> values = new LinkedHashMap<>();
    for (AnswerPlace place : both(since.values(), before.values())) {
      String then = before.values().getOrDefault(place, "");
      String now = since.values().getOrDefault(place, "");
      if (!then.equals(now)) {
        values.put(place, new Values(then, now));
      }
    }
    Map<AnswerPlace, Rows> lists = new LinkedHashMap<>();
    for (AnswerPlace place : both(since.lists(), before.lists())) {
      Rows rows =
          Rows.between(
              before.lists().getOrDefault(place, List.of()),
              since.lists().getOrDefault(place, List.of()));
      if (!rows.isEmpty()) {
        lists.put(place, rows);
      }
    }
    return new AnswerDifference(values, lists);
  }

  private static Set<AnswerPlace> both(Map<AnswerPlace, ?> one, Map<AnswerPlace, ?> other) {
    Set<AnswerPlace> places = new LinkedHashSet<>(one.keySet());
    places.addAll(other.keySet());
    return places;
  }

  boolean isEmpty() {
    return values.isEmpty() && lists.isEmpty();
  }
}
