package org.stadtstand.record.listing;

import java.util.List;

/** A room, seen from the lists: the types it lists, and what they are to each other. */
public interface ListingRoom {

  List<ListedType<?>> listedTypes();

  /** Between two types of which one, or both, may be of other rooms. */
  default List<Relation<?>> relations() {
    return List.of();
  }
}
