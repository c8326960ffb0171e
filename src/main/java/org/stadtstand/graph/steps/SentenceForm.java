package org.stadtstand.graph.steps;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.Column;

/**
 * The sentences that types of rows declare, filled with the values of a row: <code>{column}</code>,
 * a date also as <code>{column:when}</code>, <code>{column:starting}</code>, <code>{column:from}
 * </code> or <code>{column:to}</code>, and what stands in square brackets only if it has its
 * values.
 */
record SentenceForm(ValueWords words) {

  private static final String COLON = ": ";

  /** The value of a choice that narrows nothing, such as all channels. */
  private static final String ALL = "ALL";

  private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\]]*)]");

  /** The end of a sentence, not of an abbreviation. */
  private static final Pattern STOP = Pattern.compile("(?<=\\p{L}{3}|[\\d)“”])(?<!usw|etc)\\.$");

  /** A column, and for a date how it stands in the sentence. */
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(?::(\\w+))?}");

  /** Null if there is no such sentence, or a value in it is missing that it cannot do without. */
  @Nullable String whole(@Nullable Text sentence, RowValues row, int release) {
    if (sentence == null) {
      return null;
    }
    String kept =
        OPTIONAL
            .matcher(sentence.in(words.language()))
            .replaceAll(
                optional -> {
                  String part = filled(optional.group(1), row, release);
                  return part == null ? "" : Matcher.quoteReplacement(part);
                });
    return filled(kept, row, release);
  }

  /** What is taken as read need not be said: a figure is exact, and counts every channel. */
  private static boolean taken(RowValues row, Column column) {
    String value = row.get(column);
    return value != null && (value.equals(column.defaultValue()) || value.equals(ALL));
  }

  /** Null if a value is missing, or taken as read. */
  private @Nullable String filled(String text, RowValues row, int release) {
    Matcher place = PLACE.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (place.find()) {
      String how = place.group(2);
      String value =
          row.type()
              .column(place.group(1))
              .filter(column -> !taken(row, column))
              .map(
                  column ->
                      how == null
                          ? inSentence(row, column, release, isQuoted(text, place.start()))
                          : words.dated(row, column, how))
              .orElse(null);
      if (value == null) {
        return null;
      }
      boolean goesOn = text.startsWith(";", place.end());
      place.appendReplacement(filled, "");
      oneColon(filled, value).append(goesOn ? STOP.matcher(value).replaceFirst("") : value);
    }
    return place.appendTail(filled).toString();
  }

  /** Who said it, when: "…"; but: who said it, when, paraphrased: … */
  private StringBuilder oneColon(StringBuilder text, String next) {
    boolean paraphrased = next.startsWith(words.language().spoken("", false));
    int colon = text.length() - COLON.length();
    return paraphrased && text.indexOf(COLON, Math.max(colon, 0)) >= 0
        ? text.replace(colon, text.length(), ", ")
        : text;
  }

  private static boolean isQuoted(String text, int place) {
    return place > 0 && "„“".indexOf(text.charAt(place - 1)) >= 0;
  }

  /**
   * A sentence ends with its source, of which publisher and kind are enough. A choice is a part of
   * the phrase unless it is quoted; a figure's unit has a place of its own.
   */
  private @Nullable String inSentence(RowValues row, Column column, int release, boolean isQuoted) {
    RowValues.Target source = column.name().equals("source") ? row.target(column) : null;
    if (source != null) {
      return words.titles().of(source, release, words.language());
    }
    String written = row.written(column);
    if (written != null && column.kind() == Column.Kind.DECIMAL) {
      return words.figures().number(new BigDecimal(written));
    }
    return column.kind() == Column.Kind.CHOICE && !isQuoted
        ? words.inPhrase(row, column)
        : words.value(row, column, release);
  }
}
