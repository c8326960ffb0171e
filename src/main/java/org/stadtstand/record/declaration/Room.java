package org.stadtstand.record.declaration;

import java.util.List;

/** A domain room, seen from the machinery: the tables it publishes. */
public interface Room {

  List<RecordType> recordTypes();

  /** What follows from the events of this room and is stored, with one statement a rule. */
  default List<DerivedTable> derivedTables() {
    return List.of();
  }

  /** What the importer checks on each delivered row of this room's tables. */
  default List<RowRule> rowRules() {
    return List.of();
  }

  /** Which of this room's events explain the change of which attribute. */
  default List<ExplainingEvent> explanations() {
    return List.of();
  }
}
