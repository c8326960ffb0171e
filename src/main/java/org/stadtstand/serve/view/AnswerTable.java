package org.stadtstand.serve.view;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.stadtstand.ground.text.Figures;
import org.stadtstand.ground.text.Language;

/**
 * A table of an answer for people.
 *
 * @param name the list that it shows; empty if the answer is this one table
 * @param cut how many rows are left out here; the file contains them
 */
record AnswerTable(String name, List<Head> heads, List<Line> lines, int cut) {

  private static final int LINES = 1_000;

  /**
   * A number short enough not to be a key of digits, such as an AGS or a LeiKa key. Its thousands
   * are not set apart, so that nothing is altered if it is a key all the same.
   */
  private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d{0,8})(?:\\.\\d+)?");

  private static final Pattern DAY =
      Pattern.compile("\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])");

  /** The head of a column; numbers stand on the right. */
  record Head(String words, boolean right) {}

  /** A row with its first cell as heading. */
  record Line(Cell first, List<Cell> rest) {}

  /** A value, with the head of its column, by which it is named on a phone. */
  record Cell(String head, List<LinkedText.Piece> pieces, boolean right) {}

  /** The rows and columns of a file, a value in words in place of its constant. */
  static AnswerTable ofFile(List<String> heads, List<List<String>> rows, Language language) {
    String inWords = language.pick(" (in Worten)", " (in words)");
    List<Integer> shown =
        IntStream.range(0, heads.size())
            .filter(i -> !heads.contains(heads.get(i) + inWords))
            .filter(i -> !heads.contains(heads.get(i) + "Label"))
            .boxed()
            .toList();
    return of(
        "",
        shown.stream().map(i -> heads.get(i).replace(inWords, "")).toList(),
        rows.stream().map(row -> shown.stream().map(row::get).toList()).toList(),
        language);
  }

  /**
   * A table of texts; a column of numbers and an address are recognised by how they are written.
   */
  static AnswerTable of(
      String name, List<String> heads, List<List<String>> rows, Language language) {
    List<Head> shown =
        IntStream.range(0, heads.size())
            .mapToObj(i -> new Head(heads.get(i), isNumbers(rows, i)))
            .toList();
    List<Line> lines = rows.stream().limit(LINES).map(row -> line(shown, row, language)).toList();
    return new AnswerTable(name, shown, lines, Math.max(0, rows.size() - LINES));
  }

  private static boolean isNumbers(List<List<String>> rows, int column) {
    List<String> values =
        rows.stream().map(row -> row.get(column)).filter(value -> !value.isEmpty()).toList();
    return !values.isEmpty() && values.stream().allMatch(value -> NUMBER.matcher(value).matches());
  }

  private static Line line(List<Head> heads, List<String> row, Language language) {
    List<Cell> cells =
        IntStream.range(0, row.size())
            .mapToObj(i -> cell(heads.get(i), row.get(i), language))
            .toList();
    return cells.isEmpty()
        ? new Line(new Cell("", List.of(), false), List.of())
        : new Line(cells.getFirst(), cells.subList(1, cells.size()));
  }

  private static Cell cell(Head head, String value, Language language) {
    String written =
        switch (value) {
          case "true", "false" -> new Figures(language).yesOrNo(Boolean.parseBoolean(value));
          // What is not known to the day has a label beside it, and is shown as that.
          case String day when DAY.matcher(day).matches() ->
              new Figures(language).inSentence(LocalDate.parse(day));
          default ->
              head.right() ? value.replace('-', '−').replace(".", language.pick(",", ".")) : value;
        };
    return new Cell(head.words(), LinkedText.of(written), head.right());
  }
}
