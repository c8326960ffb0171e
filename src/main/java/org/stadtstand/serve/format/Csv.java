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
record Csv(AnswerTables tables, FileOptions options) implements TableFormat {

  static final String SUFFIX = "csv";
  static final Set<String> PARAMETERS = Set.of(DIALECT, META, LABELS, EXPLODE, ALL);

  @Autowired
  Csv(AnswerTables tables) {
    this(tables, FileOptions.NONE);
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
  public Csv with(Map<String, String> parameters) {
    return new Csv(tables, FileOptions.of(parameters, PARAMETERS));
  }

  @Override
  public Representation file(AskedTable table) {
    Map<String, String> headers = FileHeaders.of(table, SUFFIX);
    boolean truncated = table.follows() || headers.containsKey(FileHeaders.TRUNCATED);
    return Representation.ofFile(
        table.first(),
        "text/csv;charset=UTF-8;header=present",
        headers,
        table.follows(),
        out -> write(table, truncated, out));
  }

  private void write(AskedTable table, boolean truncated, OutputStream out) throws IOException {
    Map<String, String> provenance = options.meta() ? Provenance.columns(table.first()) : Map.of();
    CsvSheet sheet = new CsvSheet(out, table.plan().columns(), provenance, truncated, options);
    table.read(new Rows(table.plan(), sheet));
    sheet.flush();
  }
}
