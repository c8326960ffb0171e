package org.stadtstand.record.listing;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.time.Pinned;

/** One kind of event within the list of all events. */
public record EventSource(ListedType<?> type, RecordType recordType) {

  /** The type as an event; empty if it is not one. */
  public static Stream<EventSource> of(ListedType<?> type) {
    RecordType recordType = type.recordType();
    return recordType == null || !recordType.isEvent()
        ? Stream.empty()
        : Stream.of(new EventSource(type, recordType));
  }

  /**
   * Events of several kinds as one list, found by one statement: the tables are combined by their
   * common columns, and each kind's records are read as those of its own table.
   */
  public static ListedType<Pinned> together(List<EventSource> kinds, RecordTypes types) {
    return ListedType.together("HistoryEvent", Pinned.class, union(kinds), kinds(kinds))
        .happenedOn("{t}.effective_to")
        .join("record", "join record {record} on {record}.id = {t}.record")
        .filter("key", KeyFilter.of("{t}.record", numbers(kinds)))
        .filter("eventKind", Filters.choice("{t}.kind", "HistoryEventKind"))
        .filter(
            "subject",
            KeyFilter.ofAny("{t}.subject", types)
                .of(FilterField.Kind.SUBJECT, "{t}.subject", "Subject"))
        .filter("effectiveOn", Filters.partialDate("{t}.effective_from", "{t}.effective_to"))
        .order("KEY", OrderField.text("{record}.key").always())
        .order(
            "EFFECTIVE_ON",
            OrderField.date("{t}.effective_to").always(),
            OrderField.integer("{t}.ordinal").always())
        .indexed("EFFECTIVE_ON")
        .defaultOrder("EFFECTIVE_ON")
        .build();
  }

  private static String union(List<EventSource> kinds) {
    return kinds.stream()
        .map(EventSource::select)
        .collect(Collectors.joining(" union all ", "(", ") {t}"));
  }

  private static int[] numbers(List<EventSource> kinds) {
    return kinds.stream().mapToInt(kind -> kind.recordType().number()).toArray();
  }

  /** The kind's name in the API, such as SERVICE_USAGE. */
  public String kind() {
    return recordType.table().toUpperCase(Locale.ROOT);
  }

  /** The column for what the event happened to. */
  public Column subject() {
    return column(recordType.subject());
  }

  /** Whether it can happen to rows of the table. */
  public boolean canHappenTo(String table) {
    return Optional.ofNullable(subject().references()).map(table::equals).orElse(true);
  }

  /** The columns common to all events, of the same types so that each table's index works. */
  String select() {
    Column effective = column(recordType.effective());
    return """
    select e.record, e.municipality, e.since, e.until, e.%s as subject,
      e.%s as effective_from, e.%s as effective_to, e.ordinal, '%s' as kind
    from %s e\
    """
        .formatted(
            subject().name(),
            effective.stored().getFirst(),
            effective.stored().getLast(),
            kind(),
            recordType.table());
  }

  /** The types of the kinds, by their names; every event is a record under a pin. */
  @SuppressWarnings("unchecked")
  private static ListedType.Kinds<Pinned> kinds(List<EventSource> kinds) {
    return new ListedType.Kinds<>(
        "{t}.kind",
        kinds.stream()
            .collect(
                Collectors.toMap(
                    EventSource::kind, kind -> (ListedType<? extends Pinned>) kind.type())));
  }

  private Column column(@Nullable String name) {
    return recordType.column(Objects.requireNonNull(name)).orElseThrow();
  }
}
