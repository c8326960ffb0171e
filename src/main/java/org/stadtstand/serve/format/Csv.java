package org.stadtstand.serve.format;

import static org.stadtstand.serve.table.FileOptions.ALL;
import static org.stadtstand.serve.table.FileOptions.DIALECT;
import static org.stadtstand.serve.table.FileOptions.EXPLODE;
import static org.stadtstand.serve.table.FileOptions.LABELS;
import static org.stadtstand.serve.table.FileOptions.META;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.stadtstand.serve.table.AnswerTables;
import org.stadtstand.serve.table.AskedTable;
import org.stadtstand.serve.table.FileOptions;
import org.stadtstand.serve.table.Rows;

/** Writes answers as CSV. */
@Component
@Order(1)
record Csv(AnswerTables tables, FileOptions options, FileOrigin origin) implements TableFormat {

  static final String SUFFIX = "csv";
  static final Set<String> PARAMETERS = Set.of(DIALECT, META, LABELS, EXPLODE, ALL);

  @Autowired
  Csv(AnswerTables tables) {
    this(tables, FileOptions.NONE, FileOrigin.UNKNOWN);
  }

  @Override
  public String suffix() {
    return SUFFIX;
  }

  @Override
  public String mediaType() {
    return "text/csv";
  }

  @Override
  public Set<String> parameters() {
    return PARAMETERS;
  }

  @Override
  public Csv with(FileOptions options, FileOrigin origin) {
    return new Csv(tables, options, origin);
  }

  @Override
  public boolean isLinked() {
    return options.meta();
  }

  @Override
  public Representation file(AskedTable table) {
    Map<String, String> headers = FileHeaders.of(table, origin, SUFFIX);
    boolean truncated = table.follows() || headers.containsKey(FileHeaders.TRUNCATED);
    return Representation.ofFile(
        table.first(),
        "text/csv;charset=UTF-8;header=present",
        headers,
        table.follows(),
        out -> write(table, truncated, out));
  }

  private void write(AskedTable table, boolean truncated, OutputStream out) throws IOException {
    Map<String, String> provenance = Provenance.columns(table.first(), options, origin);
    CsvSheet sheet = new CsvSheet(out, table.plan().columns(), provenance, truncated, options);
    table.read(new Rows(table.plan(), sheet));
    sheet.flush();
  }
}
