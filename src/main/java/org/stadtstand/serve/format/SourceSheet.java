package org.stadtstand.serve.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Language;
import org.stadtstand.serve.answer.StateDescription;
import org.stadtstand.serve.request.Question;
import org.stadtstand.serve.table.AskedTable;
import org.stadtstand.serve.table.ShapedTable;
import org.stadtstand.serve.table.TableColumn;

/**
 * What a file says of its tables on a sheet of its own: publisher, release, terms of use and
 * completeness of the data.
 */
final class SourceSheet {

  private final Set<String> cut = new TreeSet<>();
  private final Map<XlsxSheet.Changed, Integer> changed = new EnumMap<>(XlsxSheet.Changed.class);
  private final List<Line> lines = new ArrayList<>();

  /** A line; one without a name is empty. */
  private record Line(String name, String value) {

    static final Line EMPTY = new Line("", "");
  }

  /** Adds lists that go on beyond the tables. */
  void cut(Set<String> lists) {
    cut.addAll(lists);
  }

  /** Adds how many cells of a table do not hold what was answered as it was answered. */
  void changed(Map<XlsxSheet.Changed, Integer> cells) {
    cells.forEach((what, count) -> changed.merge(what, count, Integer::sum));
  }

  /**
   * Describes all tables.
   *
   * @param link the permanent link with its host
   */
  void describe(List<ShapedTable> tables, @Nullable String link) {
    AskedTable table = tables.getFirst().asked();
    line(
        "Vollständig / complete",
        cut.isEmpty()
            ? "ja / yes"
            : "NEIN, abgeschnitten / NO, cut off: " + String.join(", ", cut));
    changed.forEach((what, cells) -> line(what.title(), what.counted(cells)));
    table.first().datasets().forEach(this::dataset);
    lines.add(Line.EMPTY);
    line("Dauerhafter Link / permanent link", link);
    Question question = table.question().asPut();
    line("Frage / question", question.document());
    if (!question.variables().isEmpty()) {
      line("Variablen / variables", question.variables().toString());
    }
    lines.add(Line.EMPTY);
    tables.stream()
        .flatMap(each -> each.columns().stream())
        .filter(column -> column.title().equals(column.name()))
        .filter(column -> !column.name().equals(column.words().de()))
        .map(SourceSheet::words)
        .distinct()
        .forEach(lines::add);
  }

  /** What a column is called, where its heading is a name for programs. */
  private static Line words(TableColumn column) {
    return new Line(
        "Spalte / column " + column.name(),
        column.words().de() + " / " + column.words().in(Language.EN));
  }

  /** If there are very many states, some are only counted and have no description to write. */
  private void dataset(StateDescription state) {
    lines.add(Line.EMPTY);
    if (state.municipality() == null) {
      return;
    }
    String name = String.valueOf(state.name(Language.DE));
    String key = state.municipality();
    line("Kommune / municipality", name.equals(key) ? name : name + " (" + key + ")");
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

  /** Adds a line unless its value is unknown. */
  private void line(String name, @Nullable String value) {
    if (value != null) {
      lines.add(new Line(name, value));
    }
  }

  /** The lines as the last sheet of a workbook. */
  void write(Workbook workbook, String name) throws IOException {
    Worksheet sheet = workbook.newWorksheet(name);
    sheet.width(0, 44);
    sheet.width(1, 100);
    for (int row = 0; row < lines.size(); row++) {
      Line line = lines.get(row);
      if (!line.name.isEmpty()) {
        sheet.inlineString(row, 0, line.name);
        sheet.style(row, 0).bold().verticalAlignment("top").set();
        sheet.inlineString(row, 1, CellText.shortened(CellText.inWorkbook(line.value)));
        sheet.style(row, 1).wrapText(true).set();
      }
    }
    sheet.finish();
  }

  /** The lines as a text that any editor shows. */
  String text() {
    return lines.stream()
        .map(line -> line.name.isEmpty() ? "" : line.name + ": " + line.value)
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }
}
