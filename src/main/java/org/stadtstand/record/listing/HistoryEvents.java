package org.stadtstand.record.listing;

import java.util.List;
import java.util.stream.Collectors;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.time.Pinned;

/**
 * Events of several kinds as one list, found by one statement: the tables are put together by what
 * they have in common, and each kind's records are read as those of its own table.
 */
public final class HistoryEvents {

  private HistoryEvents() {}

  public static ListedType<Pinned> of(List<EventSource> kinds, RecordTypes types) {
    return ListedType.together("HistoryEvent", Pinned.class, union(kinds), EventSource.kinds(kinds))
        .happenedOn("{t}.effective_to")
        .join("record", "join record {record} on {record}.id = {t}.record")
        .filter("key", Filters.key("{t}.record", numbers(kinds)))
        .filter("eventKind", Filters.choice("{t}.kind"))
        .filter("subject", AnyKeyFilter.of("{t}.subject", types))
        .filter("effectiveOn", Filters.partialDate("{t}.effective_from", "{t}.effective_to"))
        .order("KEY", OrderField.text("{record}.key"))
        .order(
            "EFFECTIVE_ON",
            OrderField.date("{t}.effective_to").always(),
            OrderField.integer("{t}.ordinal").always())
        .defaultOrder("EFFECTIVE_ON");
  }

  private static String union(List<EventSource> kinds) {
    return kinds.stream()
        .map(EventSource::select)
        .collect(Collectors.joining(" union all ", "(", ") {t}"));
  }

  private static int[] numbers(List<EventSource> kinds) {
    return kinds.stream().mapToInt(kind -> kind.recordType().number()).toArray();
  }
}
