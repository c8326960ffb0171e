package org.stadtstand.serve.format;

import static org.stadtstand.serve.table.FileOptions.ALL;
import static org.stadtstand.serve.table.FileOptions.EXPLODE;
import static org.stadtstand.serve.table.FileOptions.LABELS;
import static org.stadtstand.serve.table.FileOptions.SHAPE;
import static org.stadtstand.serve.table.FileOptions.SHEET;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.stadtstand.serve.answer.Inquiry;
import org.stadtstand.serve.table.AnswerTables;
import org.stadtstand.serve.table.AskedTable;
import org.stadtstand.serve.table.FileOptions;
import org.stadtstand.serve.table.ShapedTable;

/** Writes answers as workbooks: a sheet for each table, and a last one with their provenance. */
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
    return Set.of(LABELS, EXPLODE, ALL, SHEET, SHAPE);
  }

  @Override
  public Xlsx with(FileOptions options, FileOrigin origin) {
    return new Xlsx(tables, options, origin);
  }

  @Override
  public Optional<List<AskedTable>> asked(Inquiry inquiry) {
    return tables.askAll(inquiry, options);
  }

  @Override
  public Representation file(List<AskedTable> asked) {
    List<ShapedTable> shaped = ShapedTable.all(asked, options);
    return file(asked, mediaType(), out -> write(shaped, out));
  }

  private void write(List<ShapedTable> shaped, OutputStream out) throws IOException {
    AskedTable first = shaped.getFirst().asked();
    // Not closed, because that would close the caller's stream. It holds nothing else open.
    Workbook workbook = new Workbook(out, "Stadtstand", null);
    Map<String, String> provenance = Provenance.columns(first.first(), options, origin);
    SheetNames names = new SheetNames(options.labels(), !provenance.isEmpty());
    SourceSheet source = new SourceSheet();
    for (ShapedTable table : shaped) {
      XlsxSheet sheet =
          new XlsxSheet(
              workbook,
              names.of(table.asked().sheet()),
              table.columns(),
              provenance,
              options.labels());
      source.cut(table.read(sheet));
      source.changed(sheet.changed());
      sheet.finish();
    }
    source.describe(shaped, origin.link(first.first()));
    source.write(workbook, SheetNames.SOURCE);
    workbook.finish();
  }
}
