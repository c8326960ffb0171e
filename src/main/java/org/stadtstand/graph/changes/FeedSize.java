package org.stadtstand.graph.changes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.arguments.Arguments;
import org.stadtstand.graph.schema.KnownLists;
import org.stadtstand.graph.steps.FeedCursor;
import org.stadtstand.graph.steps.Position;
import org.stadtstand.graph.steps.ShownStates;
import org.stadtstand.graph.steps.StateArgument;
import org.stadtstand.graph.steps.TouchedRows;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.time.BasisRecorder;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Present;
import org.stadtstand.record.time.Release;
import org.stadtstand.record.time.StateRequest;

/** How long the feed can be from where it begins, known before any of it is read. */
@Component
class FeedSize {

  /** Of the records in more states it would take too long to find out how many belong to one. */
  private static final int MOST_STATES = 100;

  private final int columns;

  FeedSize(RecordTypes types) {
    this.columns =
        types.all().stream().map(RecordType::columns).mapToInt(List::size).max().orElse(0);
  }

  /** Every change can be shown, and with a filter each is tested. */
  KnownLists.ListExtent of(Map<String, Object> arguments, Present present) {
    StateRequest asked = Arguments.asked(arguments, "municipality");
    List<Pin> pins = present.pins(asked);
    List<Release> all =
        pins.stream()
            .flatMap(pin -> upTo(pin, present).stream())
            .sorted(Comparator.comparingInt(Release::id))
            .toList();
    Set<Integer> numbers =
        new HashSet<>(
            ChangeFeed.ahead(
                all.stream().map(Release::id).toList(),
                start(arguments, FeedStart.list(asked, pins), all, present)));
    List<Release> ahead = all.stream().filter(release -> numbers.contains(release.id())).toList();
    boolean filtered = arguments.get("filter") instanceof Map<?, ?> filter && !filter.isEmpty();
    return new KnownLists.ListExtent(
        shown(pins, numbers, present),
        TouchedRows.changes(ahead, columns),
        filtered ? TouchedRows.of(ahead) : 0);
  }

  private static List<Release> upTo(Pin pin, Present present) {
    return present.releases(pin.place()).stream()
        .filter(release -> release.id() <= pin.release())
        .toList();
  }

  @SuppressWarnings("unchecked")
  private static Position start(
      Map<String, Object> arguments, String list, List<Release> releases, Present present) {
    if (arguments.get("after") instanceof String cursor) {
      return FeedCursor.decode(list, cursor);
    }
    StateArgument since =
        arguments.get("since") instanceof Map<?, ?> state
            ? StateArgument.of((Map<String, Object>) state)
            : null;
    // The day of a decision would have to be read.
    return since == null || since.decision() != null
        ? Position.START
        : FeedStart.since(since, new BasisRecorder(present), list, releases);
  }

  /** Where the records of the feed are shown; what a release ended, at the one before. */
  private static List<Pin> shown(List<Pin> pins, Set<Integer> numbers, Present present) {
    List<Pin> shown = new ArrayList<>();
    for (Pin pin : pins) {
      @Nullable Release before = null;
      for (Release release : upTo(pin, present)) {
        if (numbers.contains(release.id())) {
          if (before != null) {
            shown.add(ShownStates.of(before));
          }
          shown.add(ShownStates.of(release));
          before = null;
        } else {
          before = release;
        }
      }
    }
    return shown.size() > MOST_STATES ? List.of() : shown;
  }
}
