package org.stadtstand.serve.format;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Language;
import org.stadtstand.serve.answer.StateDescription;
import org.stadtstand.serve.request.Question;
import org.stadtstand.serve.table.AskedTable;
import org.stadtstand.serve.table.TableColumn;

/**
 * The second sheet of a workbook: publisher, release, terms of use and completeness of the data.
 */
final class SourceSheet {

  private final Worksheet sheet;
  private int row;

  private SourceSheet(Worksheet sheet) {
    this.sheet = sheet;
  }

  /**
   * Writes the sheet.
   *
   * @param link the permanent link with its host
   * @param cut the lists that go on beyond the table
   * @param changed how many cells do not hold what was answered as it was answered
   */
  static void write(
      Workbook workbook,
      AskedTable table,
      @Nullable String link,
      Set<String> cut,
      Map<XlsxSheet.Changed, Integer> changed)
      throws IOException {
    SourceSheet source = new SourceSheet(workbook.newWorksheet("Quelle"));
    source.sheet.width(0, 44);
    source.sheet.width(1, 100);
    source.wholeness(cut);
    changed.forEach((what, cells) -> source.line(what.title(), what.counted(cells)));
    table.first().datasets().forEach(source::dataset);
    source.row++;
    source.line("Dauerhafter Link / permanent link", link);
    Question question = table.question().asPut();
    source.line("Frage / question", question.document());
    if (!question.variables().isEmpty()) {
      source.line("Variablen / variables", question.variables().toString());
    }
    source.columns(table.plan().columns());
    source.sheet.finish();
  }

  /** What the columns are called, where their heading is a name for programs. */
  private void columns(List<TableColumn> columns) {
    row++;
    columns.stream()
        .filter(column -> column.title().equals(column.name()))
        .filter(column -> !column.name().equals(column.words().de()))
        .forEach(
            column ->
                line(
                    "Spalte / column " + column.name(),
                    column.words().de() + " / " + column.words().in(Language.EN)));
  }

  private void wholeness(Set<String> cut) {
    line(
        "Vollständig / complete",
        cut.isEmpty()
            ? "ja / yes"
            : "NEIN, abgeschnitten / NO, cut off: " + String.join(", ", cut));
  }

  /** If there are very many states, some are only counted and have no description to write. */
  private void dataset(StateDescription state) {
    row++;
    if (state.municipality() == null) {
      return;
    }
    line("Kommune / municipality", state.municipality());
    line("Stand / release", state.release());
    line("Tag / day", state.day());
    line("Stand vom / stands for", state.standsFor());
    line("Herausgeber / publisher", state.publisher());
    line("Status der Daten / standing", standing(state));
    line("Lizenz / licence", state.licence());
    line("Adresse der Lizenz / address of the licence", state.licenceUrl());
    line("Namensnennung / attribution", state.attribution());
    line("Hinweise / warnings", String.join("\n", state.warnings()));
  }

  private static @Nullable String standing(StateDescription state) {
    return state.standing() == null
        ? null
        : state.standingInWords(Language.DE) + " / " + state.standing();
  }

  /** Writes a line unless its value is unknown. */
  private void line(String name, @Nullable String value) {
    if (value == null) {
      return;
    }
    sheet.inlineString(row, 0, name);
    sheet.style(row, 0).bold().verticalAlignment("top").set();
    sheet.inlineString(row, 1, CellText.shortened(CellText.inWorkbook(value)));
    sheet.style(row, 1).wrapText(true).set();
    row++;
  }
}
