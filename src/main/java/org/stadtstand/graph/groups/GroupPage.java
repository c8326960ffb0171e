package org.stadtstand.graph.groups;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.figures.AskedFigure;
import org.stadtstand.graph.figures.Figure;
import org.stadtstand.graph.figures.FoundLists;
import org.stadtstand.graph.figures.HeldFigures;
import org.stadtstand.graph.groups.GroupQuestion.GroupOrder;
import org.stadtstand.graph.schema.Connection;
import org.stadtstand.graph.schema.PageInfo;
import org.stadtstand.ground.encoding.OpaqueToken;
import org.stadtstand.ground.encoding.Sha256;
import org.stadtstand.ground.text.Language;
import org.stadtstand.record.listing.Cursor;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.time.Ref;

/** A page of the groups of a list, in their order, and what is not on it. */
record GroupPage(GroupedList list, List<Group> kept, int from, int size) {

  private static final int DIGITS = 16;

  static GroupPage of(
      Connection<?, ?> of,
      GroupedList list,
      GroupQuestion question,
      Asked asked,
      GroupIdentity identity) {
    List<Group> kept = new ArrayList<>();
    List<GroupedList.Row> sorted =
        list.groups().stream()
            .filter(
                row ->
                    question.having().stream()
                        .allMatch(one -> one.holds(figure(list, row, one.figure()))))
            .sorted(order(list, question))
            .toList();
    for (int i = 0; i < sorted.size(); i++) {
      Place place = new Place(identity, i + 1);
      kept.add(new Group(of, list, sorted.get(i), question.steps(), place));
    }
    return new GroupPage(list, kept, begin(asked.after(), kept), asked.size());
  }

  private static int begin(@Nullable String after, List<Group> groups) {
    return after == null
        ? 0
        : groups.stream()
            .map(Group::place)
            .filter(place -> place.cursor().equals(after))
            .mapToInt(Place::number)
            .findFirst()
            .orElseThrow(() -> Cursor.other("by other groups, or of another state"));
  }

  /**
   * Which page is asked for.
   *
   * @param after the cursor before it; null for the first
   */
  record Asked(int size, @Nullable String after) {

    static Asked of(Map<String, Object> arguments) {
      String after = (String) arguments.get("after");
      if (after != null
          && !OpaqueToken.text(after, Cursor::malformed).matches("groups [0-9a-f]+ \\d+")) {
        throw Cursor.malformed();
      }
      return new Asked(GroupQuestion.size(arguments), after);
    }
  }

  /** The place of a group among all, counted from 1, which its cursor names. */
  record Place(GroupIdentity identity, int number) {

    String cursor() {
      return OpaqueToken.of("groups " + identity.name() + " " + number);
    }
  }

  /**
   * The list, its state and the question, so that a cursor of another is refused. The same for all
   * pages of the same groups, whatever is selected of them; worked out for whom a cursor is asked.
   */
  static final class GroupIdentity {

    private final Connection<?, ?> list;
    private final GroupQuestion question;
    private @Nullable String name;

    GroupIdentity(Connection<?, ?> list, GroupQuestion question) {
      this.list = list;
      this.question = question;
    }

    String name() {
      String known = name;
      if (known == null) {
        known = Sha256.hex(parts().toString()).substring(0, DIGITS);
        name = known;
      }
      return known;
    }

    private List<Object> parts() {
      String of =
          list.list() instanceof ListedType<?> type ? type.typeName() : list.list().toString();
      List<String> states =
          FoundLists.states(list.key()).stream()
              .map(pin -> pin.place().key() + pin.number() + pin.day())
              .toList();
      int parent = list.key() instanceof Ref ref ? ref.record() : 0;
      return List.of(
          of,
          parent,
          states,
          list.arguments().whole(),
          question.steps(),
          question.having(),
          question.order());
    }
  }

  static @Nullable Object figure(GroupedList list, GroupedList.Row row, AskedFigure figure) {
    return figure.figure() == Figure.SHARE
        ? HeldFigures.percent(row.count(), list.rows())
        : row.figure(figure);
  }

  /** As asked for, then by the keys, so that it is always total. */
  private static Comparator<GroupedList.Row> order(GroupedList list, GroupQuestion question) {
    List<Comparator<GroupedList.Row>> order = new ArrayList<>();
    question.order().forEach(step -> order.add(step(list, step)));
    for (int i = 0; i < question.steps().size(); i++) {
      int key = i;
      order.add((one, other) -> one.keys().get(key).compareTo(other.keys().get(key)));
    }
    return order.stream().reduce(Comparator::thenComparing).orElseThrow();
  }

  private static Comparator<GroupedList.Row> step(GroupedList list, GroupOrder step) {
    AskedFigure figure = step.figure();
    if (figure == null) {
      Comparator<GroupedList.Row> keys =
          (one, other) -> one.keys().get(step.key()).compareTo(other.keys().get(step.key()));
      return absent(step, row -> row.keys().get(step.key()).absent() != null)
          .thenComparing(step.descending() ? keys.reversed() : keys);
    }
    Comparator<GroupedList.Row> values =
        (one, other) -> {
          Object left = figure(list, one, figure);
          Object right = figure(list, other, figure);
          return left == null || right == null ? 0 : GroupCondition.compare(left, right);
        };
    return absent(step, row -> figure(list, row, figure) == null)
        .thenComparing(step.descending() ? values.reversed() : values);
  }

  private static Comparator<GroupedList.Row> absent(
      GroupOrder step, java.util.function.Predicate<GroupedList.Row> isAbsent) {
    return Comparator.comparing(row -> isAbsent.test(row) != step.absentFirst());
  }

  List<Group> nodes() {
    return kept.subList(from, Math.min(kept.size(), from + size));
  }

  int totalCount() {
    return kept.size();
  }

  int rowCount() {
    return list.rows();
  }

  int overlap() {
    return list.counted() - list.rows();
  }

  Rest rest() {
    List<Group> shown = nodes();
    return new Rest(kept.size() - shown.size(), counted(kept) - counted(shown));
  }

  Rest excluded() {
    return new Rest(list.groups().size() - kept.size(), list.counted() - counted(kept));
  }

  private static int counted(List<Group> groups) {
    return groups.stream().mapToInt(Group::size).sum();
  }

  PageInfo pageInfo() {
    List<Group> shown = nodes();
    return new PageInfo(
        from > 0,
        from + size < kept.size(),
        shown.isEmpty() ? null : shown.getFirst().cursor(),
        shown.isEmpty() ? null : shown.getLast().cursor());
  }

  /** Groups that are not listed. */
  record Rest(int groups, int count) {}

  /** The keys in words. */
  static String label(Group group, Language language) {
    return group.row().keys().stream()
        .map(key -> key.words().in(language))
        .collect(Collectors.joining(" · "));
  }
}
