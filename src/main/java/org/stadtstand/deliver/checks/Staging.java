package org.stadtstand.deliver.checks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.stadtstand.deliver.reading.DeliveredRow;
import org.stadtstand.deliver.reading.Delivery;
import org.stadtstand.deliver.reading.MetaTables;
import org.stadtstand.deliver.reading.Reference;
import org.stadtstand.deliver.reading.TableFile;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;

/** Streams the tables of a delivery into temporary ones; no file is ever in memory as a whole. */
public final class Staging {

  /** The columns of withdrawals.csv, which are the same for all tables. */
  static final String WITHDRAWALS =
      "line bigint not null, type int not null, key text collate \"C\" not null, reason text";

  static final String ACKNOWLEDGEMENTS =
      "line bigint not null, rule text not null, type int not null,"
          + " key text collate \"C\" not null, reason text not null";

  private final Connection connection;
  private final RecordTypes types;

  public Staging(Connection connection, RecordTypes types) {
    this.connection = connection;
    this.types = types;
  }

  /** Returns the delivered tables, each with its file. */
  public Map<RecordType, String> stage(Delivery delivery) throws IOException, SQLException {
    Map<RecordType, String> staged = new LinkedHashMap<>();
    for (TableFile file : delivery.files()) {
      if (file.type().equals(MetaTables.WITHDRAWALS)) {
        copy(delivery, file, "stage_withdrawals", this::withdrawal);
        staged.put(file.type(), file.name());
      } else if (file.type().equals(MetaTables.ACKNOWLEDGEMENTS)) {
        copy(delivery, file, "stage_acknowledgements", this::acknowledgement);
        staged.put(file.type(), file.name());
      } else {
        RecordType type = target(file.type());
        CopyLine line = new CopyLine();
        boolean correction = file.type().equals(MetaTables.CORRECTIONS);
        copy(
            delivery,
            file,
            "stage (type, line, key, bad, %s)"
                .formatted(TableSql.columns(new TableSql(type).staged())),
            row -> line.of(type, correction ? correction(type, row) : row));
        staged.put(type, file.name());
      }
    }
    return staged;
  }

  private RecordType target(RecordType type) {
    return type.equals(MetaTables.CORRECTIONS) ? types.get(MetaTables.CORRECTION) : type;
  }

  private interface Form {
    CharSequence of(DeliveredRow row);
  }

  private void copy(Delivery delivery, TableFile file, String table, Form form)
      throws IOException, SQLException {
    PGConnection postgres = connection.unwrap(PGConnection.class);
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(
                new PGCopyOutputStream(postgres, "copy " + table + " from stdin", 1 << 16),
                StandardCharsets.UTF_8),
            1 << 15)) {
      DeliveredRow.Sink sink = row -> out.append(form.of(row));
      delivery.read(file, sink);
    }
  }

  private CharSequence withdrawal(DeliveredRow row) {
    String table = String.valueOf(row.values()[0]);
    int type = types.find(table).map(RecordType::number).orElse(0);
    Object reason = row.values()[2];
    return new CopyLine()
        .of(
            row.line(),
            String.valueOf(type),
            String.valueOf(row.values()[1]),
            reason == null ? null : reason.toString());
  }

  /** A row in which anything is wrong acknowledges nothing. */
  private CharSequence acknowledgement(DeliveredRow row) {
    if (row.bad()) {
      return "";
    }
    RecordType type = types.get(String.valueOf(row.values()[1]));
    return new CopyLine()
        .of(
            row.line(),
            String.valueOf(row.values()[0]),
            String.valueOf(type.number()),
            String.valueOf(row.values()[2]),
            String.valueOf(row.values()[3]));
  }

  /** Converts a row of corrections.csv into a row of the table correction. */
  private DeliveredRow correction(RecordType type, DeliveredRow row) {
    List<Column> delivered = MetaTables.CORRECTIONS.columns();
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int i = 0; i < delivered.size(); i++) {
      values.put(delivered.get(i).name(), row.values()[i]);
    }
    RecordType corrected = types.find(String.valueOf(values.get("table"))).orElse(null);
    if (corrected != null && values.get("row") != null) {
      String key = String.valueOf(values.get("row"));
      values.put("corrected", new Reference(corrected.number(), key));
    }
    @Nullable Object[] ordered =
        type.columns().stream().map(column -> values.get(column.name())).toArray();
    return new DeliveredRow(row.line(), row.key(), row.bad(), ordered);
  }
}
