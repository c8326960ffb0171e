package org.stadtstand.serve.format;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.FormulaGuard;
import org.stadtstand.serve.table.CellKind;
import org.stadtstand.serve.table.FileOptions;
import org.stadtstand.serve.table.TableColumn;
import org.stadtstand.serve.table.TableRowSink;

/**
 * A table as CSV (RFC 4180). Texts are quoted, numbers and dates are not: a spreadsheet told to
 * read quoted cells as text keeps the leading zeros of identifiers.
 */
final class CsvSheet implements TableRowSink {

  /** The column that names the truncated lists. */
  static final String TRUNCATED = "truncated";

  private final List<TableColumn> columns;
  private final Collection<String> provenance;
  private final boolean truncated;
  private final boolean comma;
  private final CsvWriter csv;
  private boolean heading = true;

  /**
   * Writes the heading.
   *
   * @param provenance columns that have the same value in each row
   * @param truncated whether to add the column that names truncated lists
   */
  CsvSheet(
      OutputStream out,
      List<TableColumn> columns,
      Map<String, String> provenance,
      boolean truncated,
      FileOptions options)
      throws IOException {
    this.columns = columns;
    this.provenance = provenance.values();
    this.truncated = truncated;
    this.comma = options.excelDe();
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    if (options.excelDe()) {
      // Without a byte order mark Excel assumes the machine's own encoding.
      writer.write('\uFEFF');
    }
    this.csv =
        CsvWriter.builder()
            .fieldSeparator(options.excelDe() ? ';' : ',')
            .lineDelimiter(LineDelimiter.CRLF)
            .quoteStrategy(new Quotes())
            .build(writer);
    heading(provenance.keySet());
  }

  private void heading(Collection<String> more) {
    CsvWriter.CsvWriterRecord record = csv.writeRecord();
    columns.forEach(column -> record.writeField(column.title()));
    more.forEach(record::writeField);
    if (truncated) {
      record.writeField(TRUNCATED);
    }
    record.endRecord();
    heading = false;
  }

  @Override
  public boolean row(@Nullable Object[] cells, @Nullable String cut) {
    CsvWriter.CsvWriterRecord record = csv.writeRecord();
    for (int i = 0; i < cells.length; i++) {
      record.writeField(text(cells[i], columns.get(i).kind()));
    }
    provenance.forEach(value -> record.writeField(FormulaGuard.guarded(value)));
    if (truncated) {
      record.writeField(cut);
    }
    record.endRecord();
    return true;
  }

  void flush() throws IOException {
    csv.flush();
  }

  private @Nullable String text(@Nullable Object value, CellKind kind) {
    if (value == null) {
      return null;
    }
    if (kind.numeric()) {
      String number = CellText.number(value);
      return comma ? number.replace('.', ',') : number;
    }
    return kind == CellKind.TEXT ? FormulaGuard.guarded(value.toString()) : value.toString();
  }

  /** Quotes every text; the writer itself quotes whatever would be ambiguous without quotes. */
  private final class Quotes implements QuoteStrategy {

    @Override
    public boolean quoteEmpty(int line, int field) {
      return true;
    }

    @Override
    public boolean quoteValue(int line, int field, String value) {
      return !heading && (field >= columns.size() || columns.get(field).kind() == CellKind.TEXT);
    }
  }
}
