package org.stadtstand.record.declaration;

import java.util.List;

/** A domain room, as the machinery sees it: the tables it publishes. */
public interface Room {

  List<RecordType> recordTypes();

  /** The stored tables derived from this room's events, with one statement per rule. */
  default List<DerivedTable> derivedTables() {
    return List.of();
  }

  /** The importer's checks on each delivered row of this room's tables. */
  default List<RowRule> rowRules() {
    return List.of();
  }

  /** The importer's checks on each delivered row together with the source it names. */
  default List<SourceRule> sourceRules() {
    return List.of();
  }

  /** Which values of this room's tables can be compared with each other. */
  default List<ValueSeries> series() {
    return List.of();
  }

  /** What is probably wrong with rows of this room's tables. */
  default List<Doubt> doubts() {
    return List.of();
  }

  /** Which of this room's events explain the change of which attribute. */
  default List<ExplainingEvent> explanations() {
    return List.of();
  }
}
