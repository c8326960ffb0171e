package org.stadtstand.ingest;

import java.util.List;
import org.springframework.stereotype.Component;
import org.stadtstand.history.Chain;
import org.stadtstand.record.DerivedTable;
import org.stadtstand.record.Explanation;
import org.stadtstand.record.RecordTypes;
import org.stadtstand.record.Room;

/** What the rooms declare and a publication needs. */
@Component
class Model {

  private final RecordTypes types;
  private final Tables tables;
  private final Chain chain;
  private final List<DerivedTable> derivedTables;
  private final List<Explanation> explanations;

  Model(RecordTypes types, List<Room> rooms) {
    this.types = types;
    this.tables = new Tables(types);
    this.chain = new Chain(types);
    this.derivedTables = rooms.stream().flatMap(room -> room.derivedTables().stream()).toList();
    this.explanations = rooms.stream().flatMap(room -> room.explanations().stream()).toList();
  }

  RecordTypes types() {
    return types;
  }

  Tables tables() {
    return tables;
  }

  Chain chain() {
    return chain;
  }

  List<DerivedTable> derivedTables() {
    return derivedTables;
  }

  List<Explanation> explanations() {
    return explanations;
  }
}
