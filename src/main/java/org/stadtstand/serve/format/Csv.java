package org.stadtstand.serve.format;

import static org.stadtstand.serve.table.FileOptions.ALL;
import static org.stadtstand.serve.table.FileOptions.DIALECT;
import static org.stadtstand.serve.table.FileOptions.EXPLODE;
import static org.stadtstand.serve.table.FileOptions.LABELS;
import static org.stadtstand.serve.table.FileOptions.META;
import static org.stadtstand.serve.table.FileOptions.SHAPE;
import static org.stadtstand.serve.table.FileOptions.SHEET;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.stadtstand.serve.table.AnswerTables;
import org.stadtstand.serve.table.AskedTable;
import org.stadtstand.serve.table.FileOptions;
import org.stadtstand.serve.table.ShapedTable;

/** Writes answers as CSV. */
@Component
@Order(1)
record Csv(AnswerTables tables, FileOptions options, FileOrigin origin) implements TableFormat {

  static final String SUFFIX = "csv";
  static final Set<String> PARAMETERS = Set.of(DIALECT, META, LABELS, EXPLODE, ALL, SHEET, SHAPE);

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
  public Representation file(List<AskedTable> tables) {
    AskedTable table = tables.getFirst();
    ShapedTable shaped = ShapedTable.of(table, options);
    return file(
        tables,
        "text/csv;charset=UTF-8;header=present",
        out -> write(shaped, options, origin, out));
  }

  /** Writes a table without closing the stream; returns the lists that turned out truncated. */
  static Set<String> write(
      ShapedTable table, FileOptions options, FileOrigin origin, OutputStream out)
      throws IOException {
    AskedTable asked = table.asked();
    boolean truncated = asked.follows() || !asked.cut().isEmpty();
    Map<String, String> provenance = Provenance.columns(asked.first(), options, origin);
    CsvSheet sheet = new CsvSheet(out, table.columns(), provenance, truncated, options);
    Set<String> cut = table.read(sheet);
    sheet.flush();
    return cut;
  }
}
