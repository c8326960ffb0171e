package org.stadtstand.serve.format;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.answer.StateDescription;
import org.stadtstand.serve.table.AskedTable;

/** The header fields of a file: its name, and whether it is an extract. */
public final class FileHeaders {

  /** Names the truncated lists; absent if the file is complete. */
  static final String TRUNCATED = "Stadtstand-Truncated";

  /** Excludes names that carry a whole question, which are too long for a file. */
  private static final int LONGEST = 60;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1," + LONGEST + "}");

  /** The most states, and the most days, that a name lists. */
  private static final int LISTED = 3;

  private static final String DEMO = "demo-";

  private FileHeaders() {}

  /** Those of a file that holds one or several tables of an answer. */
  static Map<String, String> of(List<AskedTable> tables, FileOrigin origin, String suffix) {
    AskedTable first = tables.getFirst();
    Set<String> cut = new TreeSet<>();
    tables.forEach(table -> cut.addAll(table.cut()));
    String name =
        tables.size() > 1 ? name(first.name(), first.first(), origin) : name(first, origin);
    Map<String, String> headers = new LinkedHashMap<>();
    // Says whether the file is an extract, because headers are lost on disk.
    headers.put(
        "Content-Disposition",
        "attachment; filename=\"%s%s.%s\"".formatted(name, cut.isEmpty() ? "" : "-auszug", suffix));
    if (!cut.isEmpty()) {
      headers.put(TRUNCATED, String.join(", ", cut));
    }
    return headers;
  }

  /** Those of a picture, which a browser shows; its name counts once somebody keeps it. */
  public static Map<String, String> shown(
      String name, Answer answer, FileOrigin origin, String suffix) {
    return Map.of(
        "Content-Disposition",
        "inline; filename=\"%s.%s\"".formatted(name(name, answer, origin), suffix));
  }

  static String name(AskedTable table, FileOrigin origin) {
    String file = name(table.name(), table.first(), origin);
    return table.sheet() == null ? file : file + "-" + shortened(table.sheet());
  }

  /** The question, whose data they are and from when: {@code stadtstand-ziele-2025-…@4_…}. */
  private static String name(String name, Answer answer, FileOrigin origin) {
    String question = origin.question();
    String own = shortened(name);
    String asked = question != null && NAME.matcher(question).matches() ? question : own;
    return "stadtstand-" + asked + states(answer.datasets());
  }

  private static String shortened(String name) {
    return name.substring(0, Math.min(name.length(), LONGEST));
  }

  private static String states(List<StateDescription> all) {
    List<StateDescription> states =
        all.stream().filter(state -> state.municipality() != null).toList();
    if (states.isEmpty()) {
      return "";
    }
    List<String> days = distinct(states, StateDescription::day);
    String period =
        days.size() > LISTED
            ? Collections.min(days) + "-bis-" + Collections.max(days)
            : String.join("_", days);
    return "-" + places(states) + (period.isEmpty() ? "" : "_" + period);
  }

  private static String places(List<StateDescription> states) {
    List<String> places = distinct(states, FileHeaders::place);
    if (places.size() <= LISTED) {
      return String.join("-", places);
    }
    List<String> cities = distinct(states, StateDescription::municipality);
    String counted =
        cities.size() == 1
            ? cities.getFirst() + "-" + places.size() + "-staende"
            : cities.size() + "-kommunen";
    return (states.stream().anyMatch(StateDescription::demo) ? DEMO : "") + counted;
  }

  private static String place(StateDescription state) {
    return (state.demo() ? DEMO : "") + state.municipality() + "@" + state.release();
  }

  private static List<String> distinct(
      List<StateDescription> states, Function<StateDescription, @Nullable String> named) {
    return states.stream().map(named).filter(Objects::nonNull).distinct().toList();
  }
}
