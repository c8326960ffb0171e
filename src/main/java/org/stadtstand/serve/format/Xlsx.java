package org.stadtstand.serve.format;

import static org.stadtstand.serve.table.FileOptions.ALL;
import static org.stadtstand.serve.table.FileOptions.EXPLODE;
import static org.stadtstand.serve.table.FileOptions.LABELS;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.stadtstand.serve.table.AnswerTables;
import org.stadtstand.serve.table.AskedTable;
import org.stadtstand.serve.table.FileOptions;
import org.stadtstand.serve.table.Rows;

/** Writes answers as workbooks: the table, and a second sheet with its provenance. */
@Component
@Order(2)
record Xlsx(AnswerTables tables, FileOptions options, FileOrigin origin) implements TableFormat {

  @Autowired
  Xlsx(AnswerTables tables) {
    this(tables, FileOptions.NONE, FileOrigin.UNKNOWN);
  }

  @Override
  public String suffix() {
    return "xlsx";
  }

  @Override
  public String mediaType() {
    return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  }

  @Override
  public Set<String> parameters() {
    return Set.of(LABELS, EXPLODE, ALL);
  }

  @Override
  public Xlsx with(FileOptions options, FileOrigin origin) {
    return new Xlsx(tables, options, origin);
  }

  @Override
  public Representation file(AskedTable table) {
    return Representation.ofFile(
        table.first(),
        mediaType(),
        FileHeaders.of(table, origin, suffix()),
        table.follows(),
        out -> write(table, out));
  }

  private void write(AskedTable table, OutputStream out) throws IOException {
    // Not closed, because that would close the caller's stream. It holds nothing else open.
    Workbook workbook = new Workbook(out, "Stadtstand", null);
    Map<String, String> provenance = Provenance.columns(table.first(), options, origin);
    XlsxSheet sheet = new XlsxSheet(workbook, table.plan().columns(), provenance, options.labels());
    Set<String> cut = table.read(new Rows(table.plan(), sheet));
    sheet.finish();
    SourceSheet.write(workbook, table, origin.link(table.first()), cut, sheet.changed());
    workbook.finish();
  }
}
