package org.stadtstand.graph.steps;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Figures;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.ground.text.Text;
import org.stadtstand.ground.unit.Units;
import org.stadtstand.record.declaration.Column;

/** Values of rows and names of things, as worded in a sentence of a language. */
public record ValueWords(Titles titles, Language language) {

  private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\]]*)]");
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

  public String pick(String de, String en) {
    return language.pick(de, en);
  }

  public String quoted(String text) {
    return language.quoted(text);
  }

  /** A row by its type and title: Projekt „Glasfaser“. */
  public String named(RowValues row, String key, int release) {
    Text title = Titles.own(row);
    String label = row.type().label(language);
    if (title != null) {
      return label + " " + called(row, title.in(language));
    }
    return row.type()
        .about()
        .map(row::target)
        .map(about -> label + pick(" zu ", " of ") + quoted(titles.of(about, release, language)))
        .orElse(label + " " + quoted(key));
  }

  /** What nobody said word for word is no quotation where it names a row, either. */
  private String called(RowValues row, String title) {
    Column column = row.type().title().orElseThrow();
    String said = column.quotedIf() == null ? quoted(title) : spoken(row, column, title);
    return said.equals(quoted(title)) ? said : "(" + said + ")";
  }

  public @Nullable String value(RowValues row, Column column, int release) {
    String value = row.written(column);
    if (value == null) {
      return null;
    }
    return switch (column.kind()) {
      case REFERENCE -> {
        RowValues.Target target = row.target(column);
        yield target == null ? value : titles.of(target, release, language);
      }
      case DATE, PARTIAL_DATE -> figures().inSentence(PartialDate.parse(value));
      case DECIMAL, INTEGER -> figures().number(new BigDecimal(value));
      case BOOLEAN -> figures().yesOrNo(value.equals("true"));
      case CHOICE -> column.valueLabel(value, language);
      case LIST -> value.replace(" | ", ", ");
      case UNIT -> Units.of(value).label(language);
      case TEXT ->
          column.quotedIf() == null ? named(row, column, value) : spoken(row, column, value);
    };
  }

  private String spoken(RowValues row, Column column, String value) {
    boolean verbatim =
        row.type()
            .column(Objects.requireNonNull(column.quotedIf()))
            .map(row::written)
            .filter("true"::equals)
            .isPresent();
    return language.spoken(value, verbatim);
  }

  /** A correction names a field as deliveries do; a sentence names it as all other sentences do. */
  private String named(RowValues row, Column column, String value) {
    boolean names = row.type().table().equals("correction") && column.name().equals("field");
    return row.subjects().stream()
        .filter(about -> names)
        .findFirst()
        .map(about -> titles.column(about, value, language))
        .orElse(value);
  }

  private Figures figures() {
    return new Figures(language);
  }

  /** A sentence with its column placeholders replaced by the row's values. */
  public String filled(Text sentence, RowValues row, int release) {
    String kept =
        OPTIONAL
            .matcher(sentence.in(language))
            .replaceAll(
                optional -> {
                  String part = filled(optional.group(1), row, release);
                  return part == null ? "" : Matcher.quoteReplacement(part);
                });
    String filled = filled(kept, row, release);
    return filled == null ? row.type().label(language) : filled;
  }

  /** What is taken as read need not be said: a figure is exact unless it says otherwise. */
  private static boolean taken(RowValues row, Column column) {
    String value = row.get(column);
    return value != null && value.equals(column.defaultValue());
  }

  /** Null if a value is missing, or taken as read. */
  private @Nullable String filled(String text, RowValues row, int release) {
    Matcher place = PLACE.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (place.find()) {
      String value =
          row.type()
              .column(place.group(1))
              .filter(column -> !taken(row, column))
              .map(column -> value(row, column, release))
              .orElse(null);
      if (value == null) {
        return null;
      }
      place.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return place.appendTail(filled).toString();
  }
}
