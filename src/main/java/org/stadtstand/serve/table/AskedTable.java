package org.stadtstand.serve.table;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.record.time.Pin;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.answer.Inquiry;
import org.stadtstand.serve.request.Question;

/** A question whose first page has been answered, and how to read the rest of it. */
public final class AskedTable {

  private final String name;
  private final TablePlan plan;
  private final Question question;
  private final Inquiry inquiry;
  private final Answer first;
  private final long limit;

  /**
   * Keeps what is needed to read on.
   *
   * @param name of the operation or, if it has none, of its first field
   * @param limit how many elements of the outermost list are read; 0 for its first page only
   */
  AskedTable(
      String name, TablePlan plan, Question question, Inquiry inquiry, Answer first, long limit) {
    this.name = name;
    this.plan = plan;
    this.question = question;
    this.inquiry = inquiry;
    this.first = first;
    this.limit = limit;
  }

  public String name() {
    return name;
  }

  public TablePlan plan() {
    return plan;
  }

  /** The name of the list among those of its answer; null if it is the only one. */
  public @Nullable String sheet() {
    return plan.sheet();
  }

  public Question question() {
    return question;
  }

  public Answer first() {
    return first;
  }

  public boolean follows() {
    return limit > 0;
  }

  /** The lists truncated in the first page, except the one that is followed to its end. */
  public Set<String> cut() {
    Map<?, ?> whole = data(first);
    if (plan.levels().isEmpty()) {
      return TruncatedLists.in(plan.root(), whole, null);
    }
    ListLevel rows = plan.levels().getFirst();
    SelectedField selected = plan.rows();
    Set<String> cut = aside(rows, selected, whole);
    Values.list(whole, rows.path()).forEach(element -> cut.addAll(inside(rows, selected, element)));
    return cut;
  }

  /** Reads all elements; returns the lists that turned out to be truncated. */
  public Set<String> read(ElementSink sink) throws IOException {
    Set<String> seen = new TreeSet<>();
    if (plan.levels().isEmpty()) {
      seen.addAll(cut());
      sink.take(data(first), null, joined(seen));
      return seen;
    }
    Answer page = first;
    long left = follows() ? limit : Long.MAX_VALUE;
    while (page != null) {
      left = read(page, left, sink, seen);
      page = left > 0 && follows() ? next(page) : null;
    }
    return seen;
  }

  /** Reads the elements of a page; returns how many may still be read. */
  private long read(Answer page, long left, ElementSink sink, Set<String> seen) throws IOException {
    ListLevel rows = plan.levels().getFirst();
    Map<?, ?> whole = data(page);
    List<?> elements = Values.list(whole, rows.path());
    boolean more = next(whole) != null;
    SelectedField selected = plan.rows();
    Set<String> aside = aside(rows, selected, whole);
    long rest = left;
    for (int i = 0; i < elements.size() && rest > 0; i++) {
      rest--;
      Set<String> cut = inside(rows, selected, elements.get(i));
      cut.addAll(aside);
      if (rest == 0 && (more || i < elements.size() - 1)) {
        cut.add(rows.name());
      }
      seen.addAll(cut);
      if (!sink.take(whole, elements.get(i), joined(cut))) {
        seen.add(rows.name());
        return 0;
      }
    }
    return rest;
  }

  /** The truncated lists outside the rows, including the list of the rows itself. */
  private Set<String> aside(ListLevel rows, SelectedField selected, Map<?, ?> whole) {
    Set<String> names = TruncatedLists.in(plan.root(), whole, selected);
    if (follows()) {
      names.remove(rows.name());
    }
    return names;
  }

  /** The truncated lists inside an element of the rows; the element itself if it is a facet. */
  private static Set<String> inside(
      ListLevel rows, SelectedField selected, @Nullable Object element) {
    Set<String> names = TruncatedLists.in(selected, element, null);
    if (names.remove("")) {
      names.add(rows.name());
    }
    return names;
  }

  private @Nullable Answer next(Answer page) {
    String cursor = next(data(page));
    if (cursor == null) {
      return null;
    }
    Map<String, @Nullable Object> variables = new HashMap<>(question.variables());
    variables.put(TableQuery.AFTER, cursor);
    Answer next = inquiry.answer(question.rewritten(question.document(), variables));
    if (!next.whole()) {
      throw new ApiError(
          next.codes().getFirst(),
          "A later page was not answered: " + next.result().getErrors().getFirst().getMessage(),
          "Ask again; the file was not written to its end.");
    }
    if (!releases(next).equals(releases(first))) {
      throw new ApiError(
          ErrorCode.OVERLOADED,
          "A later page was answered in another state than the first one.",
          "Ask again, or at a named state.");
    }
    return next;
  }

  private static Map<Integer, Integer> releases(Answer answer) {
    return answer.basis().pins().stream()
        .collect(
            Collectors.toMap(
                pin -> pin.place().id(), Pin::release, (one, other) -> one * 31 + other));
  }

  /** The cursor from which the followed list continues; null at its end. */
  private @Nullable String next(Map<?, ?> whole) {
    ListLevel rows = plan.levels().getFirst();
    Object connection = whole;
    for (String key : rows.connection() ? rows.connectionPath() : List.<String>of()) {
      connection = connection instanceof Map<?, ?> object ? object.get(key) : null;
    }
    return connection instanceof Map<?, ?> object
            && object.get(TableQuery.PAGE) instanceof Map<?, ?> page
            && Boolean.TRUE.equals(page.get("hasNextPage"))
            && page.get("endCursor") instanceof String cursor
        ? cursor
        : null;
  }

  private static Map<?, ?> data(Answer answer) {
    return Objects.requireNonNullElse(answer.result().<Map<?, ?>>getData(), Map.of());
  }

  private static @Nullable String joined(Set<String> names) {
    return names.isEmpty() ? null : String.join(" | ", names);
  }
}
