package org.stadtstand.deliver.checks;

import java.util.List;
import org.springframework.stereotype.Component;
import org.stadtstand.record.chain.Chain;
import org.stadtstand.record.chain.CitationLog;
import org.stadtstand.record.declaration.DerivedTable;
import org.stadtstand.record.declaration.Doubt;
import org.stadtstand.record.declaration.ExplainingEvent;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.declaration.Room;
import org.stadtstand.record.declaration.SourceRule;
import org.stadtstand.record.declaration.ValueSeries;

/** The rooms' declarations, and everything else needed to change the published record. */
@Component
public class Model {

  private final RecordTypes types;
  private final TableModel tables;
  private final Chain chain;
  private final List<DerivedTable> derivedTables;
  private final List<ExplainingEvent> explanations;
  private final List<ValueSeries> series;
  private final List<SourceRule> sourceRules;
  private final DoubtSql doubts;

  public Model(RecordTypes types, List<Room> rooms, CitationLog citations) {
    this.types = types;
    this.tables = new TableModel(types);
    this.chain = new Chain(types, citations);
    this.derivedTables = rooms.stream().flatMap(room -> room.derivedTables().stream()).toList();
    this.explanations = rooms.stream().flatMap(room -> room.explanations().stream()).toList();
    this.doubts =
        new DoubtSql(types.all(), rooms.stream().flatMap(room -> room.doubts().stream()).toList());
    this.series = rooms.stream().flatMap(room -> room.series().stream()).toList();
    this.sourceRules = rooms.stream().flatMap(room -> room.sourceRules().stream()).toList();
  }

  public RecordTypes types() {
    return types;
  }

  public TableModel tables() {
    return tables;
  }

  public Chain chain() {
    return chain;
  }

  public List<DerivedTable> derivedTables() {
    return derivedTables;
  }

  public List<ExplainingEvent> explanations() {
    return explanations;
  }

  public List<ValueSeries> series() {
    return series;
  }

  public List<SourceRule> sourceRules() {
    return sourceRules;
  }

  public List<Doubt> doubts() {
    return doubts.all();
  }

  DoubtSql doubtSql() {
    return doubts;
  }
}
