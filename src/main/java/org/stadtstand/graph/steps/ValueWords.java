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

  /** The row that a correction is of, which a sentence names by its type, too. */
  static final String CORRECTED = "corrected";

  /** The value of a choice that narrows nothing, such as all channels. */
  private static final String ALL = "ALL";

  private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\]]*)]");

  /** The end of a sentence, not of an abbreviation. */
  private static final Pattern STOP = Pattern.compile("(?<=\\p{L}{3}|[\\d)“”])(?<!usw|etc)\\.$");

  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

  public String pick(String de, String en) {
    return language.pick(de, en);
  }

  public String quoted(String text) {
    return language.quoted(text);
  }

  /**
   * A row by its type, its title, what it is about, and what tells it from others about that:
   * Projekt „Glasfaser“, Nutzung zu „Geburt anzeigen“ (1. Januar 2024 bis 31. Dezember 2024).
   */
  public String named(RowValues row, String key, int release) {
    Text title = Titles.own(row);
    String label = row.type().label(language);
    String own = title == null ? label : label + " " + called(row, title.in(language));
    String whose = row.type().about().isPresent() ? " of " : " about ";
    String about =
        row.type()
            .concerned()
            .map(row::target)
            .map(owner -> pick(" zu ", whose) + quoted(titles.of(owner, release, language)))
            .orElse("");
    String apart = whole(row.type().apart(), row, release);
    if (apart != null) {
      return own + about + " (" + apart + ")";
    }
    return title == null && about.isEmpty() ? own + " " + quoted(key) : own + about;
  }

  /** The title of a row without its type; if it has none, that of what it is about, or its key. */
  public String title(RowValues row, String key, int release) {
    Text own = Titles.own(row);
    RowValues.Target about = row.type().about().map(row::target).orElse(null);
    if (own != null || about == null) {
      return own == null ? key : own.in(language);
    }
    return titles.of(about, release, language);
  }

  private String referred(RowValues.Target target, Column column, int release) {
    RowValues row = titles.row(target, release);
    boolean whole = row != null && (column.name().equals(CORRECTED) || Titles.own(row) == null);
    return whole
        ? named(Objects.requireNonNull(row), target.key(), release)
        : titles.exact(target, release, language);
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
        yield target == null ? value : referred(target, column, release);
      }
      case DATE, PARTIAL_DATE -> figures().inSentence(PartialDate.parse(value));
      case DECIMAL -> measured(row, new BigDecimal(value));
      case INTEGER -> figures().number(new BigDecimal(value));
      case BOOLEAN -> figures().yesOrNo(value.equals("true"));
      case CHOICE -> column.valueLabel(value, language);
      case LIST -> value.replace(" | ", ", ");
      case UNIT -> Units.of(value).label(language);
      case TEXT ->
          column.quotedIf() == null ? named(row, column, value) : spoken(row, column, value);
    };
  }

  /** A figure with the unit or currency of its row: before and after may be in different ones. */
  private String measured(RowValues row, BigDecimal value) {
    return row.type()
        .column("unit")
        .map(row::written)
        .map(unit -> Units.of(unit).amount(value, language))
        .or(
            () ->
                row.type()
                    .column("currency")
                    .map(currency -> inPhrase(row, currency))
                    .map(currency -> figures().number(value) + " " + currency))
        .orElseGet(() -> figures().number(value));
  }

  private @Nullable String inPhrase(RowValues row, Column choice) {
    String written = row.written(choice);
    return written == null ? null : choice.valueInPhrase(written, language);
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
    String filled = whole(sentence, row, release);
    return filled == null ? row.type().label(language) : filled;
  }

  /** Null if there is no such sentence, or a value in it is missing that it cannot do without. */
  private @Nullable String whole(@Nullable Text sentence, RowValues row, int release) {
    if (sentence == null) {
      return null;
    }
    String kept =
        OPTIONAL
            .matcher(sentence.in(language))
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
      String value =
          row.type()
              .column(place.group(1))
              .filter(column -> !taken(row, column))
              .map(column -> inSentence(row, column, release, isQuoted(text, place.start())))
              .orElse(null);
      if (value == null) {
        return null;
      }
      boolean goesOn = text.startsWith(";", place.end());
      String fitting = goesOn ? STOP.matcher(value).replaceFirst("") : value;
      place.appendReplacement(filled, Matcher.quoteReplacement(fitting));
    }
    return place.appendTail(filled).toString();
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
      return titles.of(source, release, language);
    }
    String written = row.written(column);
    if (written != null && column.kind() == Column.Kind.DECIMAL) {
      return figures().number(new BigDecimal(written));
    }
    return column.kind() == Column.Kind.CHOICE && !isQuoted
        ? inPhrase(row, column)
        : value(row, column, release);
  }
}
