package org.stadtstand.graph.steps;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Figures;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.ground.text.Text;
import org.stadtstand.ground.unit.Units;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.StandIn;

/** Values of rows and names of things, as worded in a sentence of a language. */
public record ValueWords(Titles titles, Language language) {

  /** The row that a correction is of, which a sentence names by its type, too. */
  static final String CORRECTED = "corrected";

  /** A date from which something was moved, as a sentence goes on. */
  public static final String FROM = "from";

  /** A date to which something was moved, as a sentence goes on. */
  public static final String TO = "to";

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
    return named(row, key, release, null);
  }

  /**
   * The same before a sentence about one of its columns, which says itself what the row is called,
   * or what it is about, if that has changed.
   */
  public String named(RowValues row, String key, int release, @Nullable Column changed) {
    Text title = Titles.own(row);
    String label = row.type().label(language);
    String called = title == null ? null : title.in(language);
    boolean retitled =
        called != null && changed != null && called.equals(value(row, changed, release));
    String own = called == null || retitled ? label : label + " " + called(row, called);
    String whose = row.type().about().isPresent() ? " of " : " about ";
    String about =
        row.type()
            .concerned()
            .filter(column -> !column.equals(changed))
            .map(row::target)
            .map(owner -> titles.of(owner, release, language))
            .filter(owner -> !owner.equals(called))
            .map(owner -> pick(" zu ", whose) + quoted(owner))
            .orElse("");
    String apart = new SentenceForm(this).whole(row.type().apart(), row, release);
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
      case CHOICE ->
          row.isWithheld(column) ? StandIn.WORDS.in(language) : column.valueLabel(value, language);
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

  @Nullable String inPhrase(RowValues row, Column choice) {
    String written = row.isWithheld(choice) ? StandIn.WORDS.in(language) : row.written(choice);
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

  Figures figures() {
    return new Figures(language);
  }

  /** A sentence with its column placeholders replaced by the row's values. */
  public String filled(Text sentence, RowValues row, int release) {
    String filled = new SentenceForm(this).whole(sentence, row, release);
    return filled == null ? row.type().label(language) : filled;
  }

  /** A date as the rest of a sentence: when something was, or from or to when it was moved. */
  public @Nullable String dated(RowValues row, Column column, String how) {
    String written = row.written(column);
    if (written == null) {
      return null;
    }
    PartialDate date = PartialDate.parse(written);
    return switch (how) {
      case "when" -> figures().when(date);
      case "starting" -> figures().starting(date);
      case FROM -> figures().movedFrom(date);
      case TO -> figures().movedTo(date);
      default -> throw new IllegalArgumentException("No date stands in a sentence as " + how);
    };
  }
}
