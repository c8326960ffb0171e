package org.stadtstand.graph.schema;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.execution.DirectFetcher;
import org.stadtstand.graph.execution.PropertyFetcher;
import org.stadtstand.graph.execution.RecordFetcher;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.listing.EventSource;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.Relation;
import org.stadtstand.record.time.Pinned;

/**
 * The fields that all events have, and the lists of events of all types: of a municipality, and of
 * each thing to which something can happen. They are wired after the rooms, from the types these
 * have wired.
 */
final class EventFields {

  private static final String SUBJECT = "subject";

  private final SchemaWiring wiring;
  private final RecordTypes recordTypes;

  private EventFields(SchemaWiring wiring, RecordTypes recordTypes) {
    this.wiring = wiring;
    this.recordTypes = recordTypes;
  }

  static void wire(SchemaWiring wiring, RecordTypes recordTypes) {
    EventFields fields = new EventFields(wiring, recordTypes);
    List<EventSource> kinds = wiring.types().all().stream().flatMap(EventSource::of).toList();
    kinds.forEach(fields::wireEvent);
    wiring.root("statusHistory", EventSource.together(kinds, recordTypes));
    kinds.stream()
        .map(kind -> kind.subject().references())
        .flatMap(Stream::ofNullable)
        .distinct()
        .map(recordTypes::get)
        .forEach(subject -> fields.wireHistory(subject, kinds));
  }

  private void wireEvent(EventSource event) {
    String typeName = event.type().typeName();
    HistoryEventKind kind = HistoryEventKind.valueOf(event.kind());
    wiring.put(typeName, "eventKind", new PropertyFetcher(source -> kind, true));
    wiring.direct(
        typeName,
        "eventKindLabel",
        DirectFetcher.worded((source, language) -> kind.label(language)).ofUnread());
    if (!wiring.has(typeName, SUBJECT)) {
      wireSubject(event);
    }
  }

  /** For a subject in one table only; if it can be in any, the room knows how to find it. */
  private void wireSubject(EventSource event) {
    Column column = event.subject();
    String table = column.references();
    ListedType<?> subject =
        table == null ? null : wiring.types().find(recordTypes.get(table).typeName());
    if (subject == null) {
      throw new IllegalStateException("Nobody answers the subject of " + event.kind());
    }
    String component = column.name() + "Record";
    Function<Object, @Nullable Object> number =
        Accessors.find(event.type().javaType(), component)
            .orElseThrow(() -> new IllegalStateException(event.kind() + " has no " + component));
    wiring.put(
        event.type().typeName(),
        SUBJECT,
        new RecordFetcher<>(
            wiring.batches().records(subject), record -> (Integer) number.apply(record), true));
  }

  /** Reads only the kinds that can happen to it, which saves a look into each other table. */
  private void wireHistory(RecordType subject, List<EventSource> kinds) {
    List<EventSource> possible =
        kinds.stream().filter(kind -> kind.canHappenTo(subject.table())).toList();
    Relation<Pinned> history =
        Relation.of(
            subject.typeName(),
            "history",
            EventSource.together(possible, recordTypes),
            "{t}.subject = {p}");
    wiring.relate(history);
  }
}
