package org.stadtstand.record.listing;

import java.util.List;
import org.stadtstand.record.declaration.DerivedFields;

/** A room, as the lists see it: the types it lists, and their relations. */
public interface ListingRoom {

  List<ListedType<?>> listedTypes();

  /** Relations between types, one or both of which may belong to other rooms. */
  default List<Relation<?>> relations() {
    return List.of();
  }

  /** What the fields of this room's types rest on, unless it is the record's own source. */
  default List<DerivedFields> derivedFields() {
    return List.of();
  }
}
