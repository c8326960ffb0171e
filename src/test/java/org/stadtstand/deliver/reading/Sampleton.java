package org.stadtstand.deliver.reading;

import static org.stadtstand.record.declaration.Column.anyReference;
import static org.stadtstand.record.declaration.Column.bool;
import static org.stadtstand.record.declaration.Column.choice;
import static org.stadtstand.record.declaration.Column.date;
import static org.stadtstand.record.declaration.Column.decimal;
import static org.stadtstand.record.declaration.Column.integer;
import static org.stadtstand.record.declaration.Column.list;
import static org.stadtstand.record.declaration.Column.partialDate;
import static org.stadtstand.record.declaration.Column.reference;
import static org.stadtstand.record.declaration.Column.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.unit.DataSize;
import org.stadtstand.deliver.finding.Finding;
import org.stadtstand.deliver.finding.Findings;
import org.stadtstand.ground.text.Precision;
import org.stadtstand.record.declaration.Form;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.declaration.Room;
import org.stadtstand.record.declaration.RowRule;

/** A city with a column of every kind, and the result of reading a delivery of it. */
final class Sampleton {

  static final RecordType MUNICIPALITY =
      RecordType.fullList(
              1,
              "municipality",
              text("ags").must().matching(Form.digits("05111000")),
              text("publisher").must())
          .build();
  static final RecordType SOURCE = RecordType.append(10, "source", text("title").must()).build();
  static final RecordType CORRECTION =
      RecordType.append(13, "correction", anyReference("corrected").must(), text("reason").must())
          .build();
  static final RecordType UNIT =
      RecordType.fullList(20, "unit", text("name").must().sortable()).build();
  static final RecordType PROJECT =
      RecordType.fullList(
              50,
              "project",
              text("title").must(),
              text("url").matching(Form.WEB),
              choice("precision", Precision.class).orElse("DAY"),
              reference("unit", "unit"),
              anyReference("subject"),
              partialDate("from_on"),
              partialDate("to_on"),
              date("day"),
              integer("number"),
              decimal("amount"),
              bool("open"),
              list("partners"))
          .build();
  static final RecordType LINK =
      RecordType.fullList(
              51, "link", reference("project", "project").must(), reference("unit", "unit").must())
          .keyedBy("project", "unit")
          .build();
  static final RecordType COVERAGE =
      RecordType.fullList(2, "coverage", choice("type", Precision.class).must())
          .keyedBy("type")
          .build();

  private final int findingsPerFile;

  Sampleton() {
    this(1000);
  }

  Sampleton(int findingsPerFile) {
    this.findingsPerFile = findingsPerFile;
  }

  record Result(List<DeliveredRow> rows, List<Finding> findings, byte[] digest) {

    Finding only() {
      if (findings.size() != 1) {
        throw new AssertionError("Expected one finding: " + findings);
      }
      return findings.getFirst();
    }

    List<String> rules() {
      return findings.stream().map(Finding::rule).toList();
    }

    /** Line and column of each finding, with its rule. */
    List<String> places() {
      return findings.stream().map(f -> f.place() + " " + f.rule()).toList();
    }
  }

  Result read(Path folder) throws IOException {
    Deliveries deliveries = deliveries();
    Findings findings = deliveries.findings(folder);
    Delivery delivery = deliveries.open(folder, findings);
    List<DeliveredRow> rows = new ArrayList<>();
    if (delivery == null) {
      return new Result(rows, findings.list(), new byte[0]);
    }
    for (TableFile file : delivery.files()) {
      delivery.read(file, rows::add);
    }
    return new Result(rows, findings.list(), delivery.digest());
  }

  Deliveries deliveries() {
    List<Room> rooms = List.of(room());
    DeliverySettings settings =
        new DeliverySettings(DataSize.ofMegabytes(100), 200, findingsPerFile);
    return new Deliveries(new RecordTypes(rooms), rooms, settings);
  }

  /** Anonymous, because the scans for rooms would find a named class. */
  private Room room() {
    return new Room() {
      @Override
      public List<RecordType> recordTypes() {
        return List.of(MUNICIPALITY, COVERAGE, SOURCE, CORRECTION, UNIT, PROJECT, LINK);
      }

      @Override
      public List<RowRule> rowRules() {
        return List.of(RowRule.inOrder("project", "from_on", "to_on"));
      }
    };
  }
}
