package org.stadtstand.city.publicservice;

import static org.stadtstand.record.declaration.Column.date;
import static org.stadtstand.record.declaration.Column.reference;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.declaration.ChangeKind;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.PublishedFact;

/** A service's place on a list of services, and the period in which it held it. */
record SelectionMember(
    int record,
    String key,
    Pin pin,
    int sourceRecord,
    int selectionRecord,
    int serviceRecord,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable String note)
    implements PublishedFact {

  static final RecordType TABLE =
      RecordType.fullList(
              42,
              "selection_member",
              reference("selection", "service_selection")
                  .must()
                  .owning()
                  .called("Auswahl", "selection"),
              reference("service", "public_service")
                  .must()
                  .owning()
                  .called("Dienstleistung", "service"),
              date("from_on").as("from").called("von", "from"),
              date("to_on").as("to").called("bis", "to"))
          .keyedBy("selection", "service")
          .called("Eintrag einer Auswahl", "entry of a selection")
          .tells(
              ChangeKind.CREATED,
              "die Auswahl enthält „{service}“",
              "the selection includes “{service}”")
          .build();

  /** The condition that the membership {@code m} holds on the day. */
  static final String IN_FORCE =
      """
      m.since <= pin.release and m.until > pin.release
        and (m.from_on is null or m.from_on <= pin.day)
        and (m.to_on is null or m.to_on >= pin.day)\
      """;

  static final ListedType<SelectionMember> TYPE =
      ListedType.of(TABLE, SelectionMember.class).build();
}
