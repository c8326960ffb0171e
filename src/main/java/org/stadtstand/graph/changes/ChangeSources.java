package org.stadtstand.graph.changes;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.stadtstand.record.declaration.DerivedFields;
import org.stadtstand.record.declaration.ExplainingEvent;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.Room;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.ListedTypes.ListingRoom;

/**
 * What the sentence on a change rests on: the row that it is about and, if that row was changed,
 * what the same release says on why.
 */
@Component
class ChangeSources implements ListingRoom {

  private static final String REASON =
      """
      select e.source from %1$s e where e.%2$s = {p} and e.since = pin.release
        and exists (select from %3$s x where x.record = {p} and x.until = pin.release)\
      """;

  private final List<String> selects = new ArrayList<>();

  ChangeSources(List<Room> rooms) {
    List<RecordType> types = rooms.stream().flatMap(room -> room.recordTypes().stream()).toList();
    for (RecordType type : types) {
      selects.add(DerivedFields.sourceOf(type.table(), "{p}"));
      if (type.hasOwnKey()) {
        selects.add(REASON.formatted("correction", "corrected", type.table()));
      }
    }
    for (Room room : rooms) {
      for (ExplainingEvent event : room.explanations()) {
        types.stream()
            .filter(type -> type.table().equals(event.event()))
            .map(type -> REASON.formatted(type.table(), type.subject(), event.subject()))
            .filter(select -> !selects.contains(select))
            .forEach(selects::add);
      }
    }
  }

  @Override
  public List<ListedType<?>> listedTypes() {
    return List.of();
  }

  @Override
  public List<DerivedFields> derivedFields() {
    return List.of(DerivedFields.of("Change", List.of("sentence"), selects.toArray(String[]::new)));
  }
}
