package org.stadtstand.deliver.publication;

import java.util.List;
import org.springframework.stereotype.Component;
import org.stadtstand.deliver.checks.Tables;
import org.stadtstand.record.chain.Chain;
import org.stadtstand.record.declaration.DerivedTable;
import org.stadtstand.record.declaration.Explanation;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.declaration.Room;

/** What the rooms declare and a publication needs. */
@Component
public class Model {

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

  public RecordTypes types() {
    return types;
  }

  Tables tables() {
    return tables;
  }

  Chain chain() {
    return chain;
  }

  public List<DerivedTable> derivedTables() {
    return derivedTables;
  }

  List<Explanation> explanations() {
    return explanations;
  }
}
