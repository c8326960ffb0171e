package org.stadtstand.serve.format;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

  /** Workbooks round what has more digits. */
  private static final int DIGITS = 15;

  private final Worksheet sheet;
  private final List<TableColumn> columns;
  private final List<String> provenance;
  private final String dates;
  private final Map<Changed, Integer> changed = new EnumMap<>(Changed.class);
  private int row;

  /**
   * Writes the heading.
   *
   * @param provenance columns that have the same value in each row, which only invented data have
   */
  XlsxSheet(
      Workbook workbook,
      String name,
      List<TableColumn> columns,
      Map<String, String> provenance,
      @Nullable Language language) {
    this.sheet = workbook.newWorksheet(name);
    this.columns = columns;
    this.provenance = List.copyOf(provenance.values());
    this.dates = language == Language.DE ? "dd.mm.yyyy" : "yyyy-mm-dd";
    for (int i = 0; i < columns.size(); i++) {
      TableColumn column = columns.get(i);
      head(i, column.title(), column.kind() == CellKind.TEXT ? WIDE : NARROW);
    }
    List<String> names = List.copyOf(provenance.keySet());
    for (int i = 0; i < names.size(); i++) {
      head(columns.size() + i, names.get(i), NARROW);
    }
    sheet.freezePane(0, 1);
    row = 1;
  }

  private void head(int column, String title, int width) {
    sheet.inlineString(0, column, CellText.inWorkbook(title));
    sheet.style(0, column).bold().set();
    sheet.width(column, Math.max(width, Math.min(WIDE, title.length() + 2)));
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
    for (int i = 0; i < provenance.size(); i++) {
      text(cells.length + i, provenance.get(i));
    }
    row++;
    if (row % FLUSHED == 0) {
      sheet.flush();
    }
    return true;
  }

  /** How many cells do not hold what was answered as it was answered. */
  Map<Changed, Integer> changed() {
    return changed;
  }

  void finish() throws IOException {
    if (row > 1) {
      sheet.setAutoFilter(0, 0, row - 1, columns.size() + provenance.size() - 1);
    }
    sheet.finish();
  }

  private void cell(int column, Object value, CellKind kind) {
    if (kind.numeric() && value instanceof Number number) {
      if (digits(number) > DIGITS) {
        changed.merge(Changed.LONG_NUMBER, 1, Integer::sum);
        text(column, CellText.number(number));
      } else {
        sheet.value(row, column, number);
      }
    } else if (kind == CellKind.DATE) {
      day(column, LocalDate.parse(value.toString()));
    } else {
      text(column, value.toString());
    }
  }

  private static int digits(Number number) {
    return new BigDecimal(number.toString()).stripTrailingZeros().precision();
  }

  private void day(int column, LocalDate day) {
    if (day.isBefore(FIRST_DAY)) {
      changed.merge(Changed.EARLY_DAY, 1, Integer::sum);
      text(column, day.toString());
    } else {
      sheet.value(row, column, day);
      sheet.style(row, column).format(dates).set();
    }
  }

  private void text(int column, String value) {
    String text = CellText.inWorkbook(value);
    if (text.length() > CellText.LONGEST) {
      changed.merge(Changed.SHORTENED, 1, Integer::sum);
      text = CellText.shortened(text);
    }
    // Written as text, so that nothing is ever evaluated as a formula, and inline rather than
    // shared, so that memory does not grow with the number of different texts.
    sheet.inlineString(row, column, text);
  }

  /** Why a cell does not hold what was answered as it was answered. */
  enum Changed {
    SHORTENED(
        "Gekürzte Zellen / shortened cells",
        "eine Zelle fasst %d Zeichen / a cell holds %<d characters".formatted(CellText.LONGEST)),
    EARLY_DAY(
        "Tage als Text / days as text",
        "Tabellenkalkulationen kennen keine Tage vor dem 1. März 1900"
            + " / spreadsheets know no days before 1 March 1900"),
    LONG_NUMBER(
        "Zahlen als Text / numbers as text",
        "Tabellenkalkulationen runden, was mehr als 15 Ziffern hat"
            + " / spreadsheets round what has more than 15 digits");

    private final String title;
    private final String why;

    Changed(String title, String why) {
      this.title = title;
      this.why = why;
    }

    String title() {
      return title;
    }

    String counted(int cells) {
      return cells + " (" + why + ")";
    }
  }
}
