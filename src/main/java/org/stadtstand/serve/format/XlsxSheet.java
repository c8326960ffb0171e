package org.stadtstand.serve.format;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Language;
import org.stadtstand.serve.table.CellKind;
import org.stadtstand.serve.table.TableColumn;
import org.stadtstand.serve.table.TableRowSink;

/** The table of a workbook. Rows are flushed from memory by the hundred. */
final class XlsxSheet implements TableRowSink {

  private static final int FLUSHED = 500;
  private static final int WIDE = 40;
  private static final int NARROW = 12;

  /**
   * Workbooks know no day before 1900, and number those before March 1900 as if it had been a leap
   * year; such a day is written as text.
   */
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

  private final Worksheet sheet;
  private final List<TableColumn> columns;
  private final String dates;
  private int row;
  private int shortened;

  XlsxSheet(Workbook workbook, List<TableColumn> columns, @Nullable Language language) {
    this.sheet = workbook.newWorksheet(language == Language.EN ? "Data" : "Daten");
    this.columns = columns;
    this.dates = language == Language.DE ? "dd.mm.yyyy" : "yyyy-mm-dd";
    for (int i = 0; i < columns.size(); i++) {
      TableColumn column = columns.get(i);
      sheet.inlineString(0, i, CellText.inWorkbook(column.title()));
      sheet.style(0, i).bold().set();
      int most = column.kind() == CellKind.TEXT ? WIDE : NARROW;
      sheet.width(i, Math.max(most, Math.min(WIDE, column.title().length() + 2)));
    }
    sheet.freezePane(0, 1);
    row = 1;
  }

  @Override
  public boolean row(@Nullable Object[] cells, @Nullable String cut) throws IOException {
    if (row == Worksheet.MAX_ROWS) {
      return false;
    }
    for (int i = 0; i < cells.length; i++) {
      Object value = cells[i];
      if (value != null) {
        cell(i, value, columns.get(i).kind());
      }
    }
    row++;
    if (row % FLUSHED == 0) {
      sheet.flush();
    }
    return true;
  }

  /** How many texts had to be shortened to fit a cell. */
  int shortened() {
    return shortened;
  }

  void finish() throws IOException {
    if (row > 1) {
      sheet.setAutoFilter(0, 0, row - 1, columns.size() - 1);
    }
    sheet.finish();
  }

  private void cell(int column, Object value, CellKind kind) {
    if (kind.numeric() && value instanceof Number number) {
      sheet.value(row, column, number);
    } else if (kind == CellKind.DATE && !LocalDate.parse(value.toString()).isBefore(FIRST_DAY)) {
      sheet.value(row, column, LocalDate.parse(value.toString()));
      sheet.style(row, column).format(dates).set();
    } else {
      String text = CellText.inWorkbook(value.toString());
      if (text.length() > CellText.LONGEST) {
        shortened++;
        text = CellText.shortened(text);
      }
      // Written as text, so that nothing is ever evaluated as a formula, and inline rather than
      // shared, so that memory does not grow with the number of different texts.
      sheet.inlineString(row, column, text);
    }
  }
}
