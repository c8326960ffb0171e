package org.stadtstand.serve.difference;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.stadtstand.graph.words.FieldWords;
import org.stadtstand.ground.text.Figures;
import org.stadtstand.ground.text.Language;

/** Says how an answer differs from the one before. */
record DifferenceWords(FieldWords words, Language language) {

  /** How many rows and values are named; the others are counted. */
  private static final int NAMED = 12;

  /** The whole difference in a sentence. */
  String sentence(AnswerDifference difference) {
    List<String> parts = new ArrayList<>();
    difference
        .lists()
        .forEach(
            (place, rows) -> {
              List<String> counts = new ArrayList<>();
              count(counts, rows.added(), "neu", "new");
              count(counts, rows.changed(), "geändert", "changed");
              count(counts, rows.gone(), "entfallen", "gone");
              String name = place.words(words, language);
              parts.add((name.isEmpty() ? "" : name + ": ") + String.join(", ", counts));
            });
    int values = difference.values().size();
    if (values == 1) {
      difference.values().forEach((place, value) -> parts.add(value(place, value)));
    } else if (values > 1) {
      parts.add(number(values) + language.pick(" Werte geändert", " values changed"));
    }
    return String.join("; ", parts) + ".";
  }

  private void count(List<String> counts, List<AnswerRow> rows, String de, String en) {
    if (!rows.isEmpty()) {
      counts.add(number(rows.size()) + " " + language.pick(de, en));
    }
  }

  /** What came, went and changed by name, one a line, as far as there is room. */
  List<String> lines(AnswerDifference difference) {
    List<String> lines = new ArrayList<>();
    if (difference.values().size() > 1) {
      difference.values().forEach((place, value) -> lines.add(value(place, value)));
    }
    difference
        .lists()
        .values()
        .forEach(
            rows -> {
              add(lines, rows.added(), "Neu: ", "New: ");
              add(lines, rows.changed(), "Geändert: ", "Changed: ");
              add(lines, rows.gone(), "Entfallen: ", "Gone: ");
            });
    if (lines.size() <= NAMED) {
      return lines;
    }
    List<String> shown = new ArrayList<>(lines.subList(0, NAMED));
    shown.add(
        language.pick("Und %s weitere.", "And %s more.").formatted(number(lines.size() - NAMED)));
    return shown;
  }

  private void add(List<String> lines, List<AnswerRow> rows, String de, String en) {
    rows.stream()
        .map(AnswerRow::title)
        .filter(title -> !title.isEmpty())
        .forEach(title -> lines.add(language.pick(de, en) + title));
  }

  private String value(AnswerPlace place, AnswerDifference.Values value) {
    String none = language.pick("keine Angabe", "not stated");
    return place.words(words, language)
        + ": "
        + (value.before().isEmpty() ? none : value.before())
        + " → "
        + (value.since().isEmpty() ? none : value.since());
  }

  private String number(int count) {
    return new Figures(language).number(BigDecimal.valueOf(count));
  }
}
