package org.stadtstand.serve.format;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.request.Question;

/** The second sheet of a workbook: whose the data are, from when, on which terms, and how whole. */
final class SourceSheet {

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("municipality", "Kommune / municipality"),
          Map.entry("release", "Stand / release"),
          Map.entry("day", "Tag / day"),
          Map.entry("standsFor", "Stand vom / stands for"),
          Map.entry("publisher", "Herausgeber / publisher"),
          Map.entry("standing", "Status der Daten / standing"),
          Map.entry("licence", "Lizenz / licence"),
          Map.entry("licenceUrl", "Adresse der Lizenz / address of the licence"),
          Map.entry("attribution", "Namensnennung / attribution"),
          Map.entry("warnings", "Hinweise / warnings"));

  private final Worksheet sheet;
  private int row;

  private SourceSheet(Worksheet sheet) {
    this.sheet = sheet;
  }

  static void write(
      Workbook workbook, Answer answer, Question question, Set<String> cut, int shortened)
      throws IOException {
    SourceSheet source = new SourceSheet(workbook.newWorksheet("Quelle"));
    source.sheet.width(0, 44);
    source.sheet.width(1, 100);
    source.wholeness(cut, shortened);
    Provenance.datasets(answer).forEach(source::dataset);
    source.row++;
    String link = Provenance.link(answer);
    if (!link.isEmpty()) {
      source.line("Dauerhafter Link / permanent link", link);
    }
    source.line("Frage / question", question.document());
    if (!question.variables().isEmpty()) {
      source.line("Variablen / variables", question.variables().toString());
    }
    source.sheet.finish();
  }

  private void wholeness(Set<String> cut, int shortened) {
    line(
        "Vollständig / complete",
        cut.isEmpty()
            ? "ja / yes"
            : "NEIN, abgeschnitten / NO, cut off: " + String.join(", ", cut));
    if (shortened > 0) {
      line(
          "Gekürzte Zellen / shortened cells",
          shortened + " (eine Zelle fasst / a cell holds " + CellText.LONGEST + ")");
    }
  }

  private void dataset(Map<?, ?> dataset) {
    row++;
    dataset.forEach(
        (name, value) -> {
          String words = WORDS.get(String.valueOf(name));
          if (words != null && value != null) {
            line(words, value instanceof List<?> list ? lines(list) : value.toString());
          }
        });
  }

  private static String lines(List<?> list) {
    return String.join("\n", list.stream().map(String::valueOf).toList());
  }

  private void line(String name, String value) {
    sheet.inlineString(row, 0, name);
    sheet.style(row, 0).bold().verticalAlignment("top").set();
    sheet.inlineString(row, 1, CellText.shortened(CellText.inWorkbook(value)));
    sheet.style(row, 1).wrapText(true).set();
    row++;
  }
}
