package org.stadtstand.listing;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stadtstand.history.Pin;
import org.stadtstand.history.Pinned;
import org.stadtstand.record.RecordTypes;

/**
 * Events of several kinds as one list, read by one statement: the tables are put together by what
 * they have in common, and the rows of the page are joined to their own tables again.
 */
public final class HistoryEvents {

  private HistoryEvents() {}

  public static ListedType<Pinned> of(List<EventSource> kinds, RecordTypes types) {
    ListedType<Pinned> all =
        ListedType.over("HistoryEvent", Pinned.class, union(kinds), reader(kinds))
            .happenedOn("{t}.effective_to")
            .join("record", "join record {record} on {record}.id = {t}.record")
            .column("kind", "{t}.kind");
    kinds.forEach(kind -> kind.joinTo(all));
    return all.filter("key", Filters.key("{t}.record", numbers(kinds)))
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

  private static Reader<Pinned> reader(List<EventSource> kinds) {
    Map<String, EventSource> byKind =
        kinds.stream().collect(Collectors.toMap(EventSource::kind, Function.identity()));
    return (row, pin) -> read(byKind, row, pin);
  }

  private static Pinned read(Map<String, EventSource> byKind, Row row, Pin pin) {
    String kind = row.text("kind");
    EventSource source = byKind.get(kind);
    if (source == null) {
      throw new IllegalStateException("There is no kind of event called " + kind);
    }
    return (Pinned) source.type().reader().read(row.within(source.prefix()), pin);
  }

  private static int[] numbers(List<EventSource> kinds) {
    return kinds.stream().mapToInt(kind -> kind.recordType().number()).toArray();
  }
}
