package org.stadtstand.deliver.reading;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stadtstand.deliver.description.FieldFormat;
import org.stadtstand.deliver.description.Resource;
import org.stadtstand.deliver.finding.Rule;
import org.stadtstand.ground.text.FormulaGuard;
import org.stadtstand.ground.text.InvisibleCharacters;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.Nearest;
import org.stadtstand.ground.text.NormalForm;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.ground.text.Precision;
import org.stadtstand.ground.text.Text;
import org.stadtstand.ground.unit.Units;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.Column.Kind;
import org.stadtstand.record.declaration.Form;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;

/** Turns the text of a cell into the value of its column, or into a finding. */
final class CellReader {

  private static final Predicate<String> KEY =
      Pattern.compile(RecordType.KEY_PATTERN).asMatchPredicate();
  // A key in a link table, or the part of a reference after the table's name.
  private static final Predicate<String> ANY_KEY =
      Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._:~-]*").asMatchPredicate();
  private static final Predicate<String> INTEGER =
      Pattern.compile("-?\\d{1,10}").asMatchPredicate();
  private static final Predicate<String> DECIMAL =
      Pattern.compile("-?\\d{1,18}(\\.\\d{1,9})?").asMatchPredicate();
  private static final Pattern SEPARATOR = Pattern.compile("\\|");
  private static final String PARTIAL_DATES =
      "2025 | 2025-Q3 | 2025-23 | 2025-07 | 2025-07-31 | ../2025-07-31 | 2024/2025-07";

  private final RecordTypes types;
  private final Map<String, Nearest> choices = new HashMap<>();
  private final Resource.Schema schema;

  /** What is wrong with a cell; returned in place of a value. */
  record Fault(Rule rule, Object... values) {}

  CellReader(RecordTypes types, Resource.Schema schema) {
    this.types = types;
    this.schema = schema;
  }

  private static Nearest names(Column column) {
    Nearest names = new Nearest(column.allowed());
    for (String value : column.allowed()) {
      names.called(value, column.valueLabel(value, Language.DE));
      names.called(value, column.valueLabel(value, Language.EN));
    }
    return names;
  }

  /**
   * The text as it is stored: without blanks around it, no-break ones included, without the prefix
   * that stops spreadsheets from evaluating it, and composed (NFC); null if nothing is left.
   */
  static @Nullable String clean(String text) {
    String stripped = FormulaGuard.plain(InvisibleCharacters.strip(text));
    if (stripped.isEmpty()) {
      return null;
    }
    return NormalForm.composed(stripped);
  }

  /** Returns the value, or a {@link Fault}. */
  Object read(Column column, String text) {
    if (SpreadsheetDamage.fault(text)) {
      return wrong(TableRule.MANGLED_BY_SPREADSHEET, text);
    }
    FieldFormat format = schema.format(column.name());
    String agreed = format.agreed(column.kind(), text);
    boolean date = column.kind() == Kind.DATE || column.kind() == Kind.PARTIAL_DATE;
    if (date && YearOfTwoDigits.is(text)) {
      return wrong(TableRule.YEAR_OF_TWO_DIGITS, text, YearOfTwoDigits.example(text, format));
    }
    if (agreed == null) {
      boolean number = column.kind() == Kind.INTEGER || column.kind() == Kind.DECIMAL;
      return wrong(
          number ? TableRule.BAD_NUMBER : TableRule.BAD_DATE, text, format.example(column.kind()));
    }
    return standard(column, agreed);
  }

  /** The text of a cell as the agreed form writes its value; as it is if it cannot be read. */
  static String written(Object read, String text) {
    return switch (read) {
      case Fault _, Reference _, List<?> _ -> text;
      case BigDecimal number -> number.toPlainString();
      default -> read.toString();
    };
  }

  private Object standard(Column column, String text) {
    return switch (column.kind()) {
      case TEXT -> text(column, NormalForm.of(text));
      case UNIT -> Units.of(NormalForm.of(text)).name();
      case INTEGER -> integer(text);
      case DECIMAL -> decimal(text);
      case BOOLEAN -> bool(text);
      case DATE -> date(text);
      case PARTIAL_DATE -> partialDate(text);
      case CHOICE -> choice(column, text);
      case LIST -> list(NormalForm.of(text));
      case REFERENCE -> reference(column.references(), text);
    };
  }

  /** Returns the key, or a {@link Fault}. */
  Object key(String text) {
    if (KEY.test(text)) {
      return text;
    }
    return SpreadsheetDamage.fault(text) || SpreadsheetDamage.lost(text, never -> false)
        ? wrong(TableRule.MANGLED_BY_SPREADSHEET, text)
        : wrong(TableRule.BAD_KEY, text);
  }

  private static Fault wrong(Rule rule, Object... values) {
    return new Fault(rule, values);
  }

  private Object text(Column column, String text) {
    Form form = column.form();
    if (form == null || form.fits(text)) {
      return text;
    }
    return SpreadsheetDamage.lost(text, form::fits)
        ? wrong(TableRule.MANGLED_BY_SPREADSHEET, text)
        : wrong(TableRule.BAD_FORM, text, form.words());
  }

  private Object integer(String text) {
    // Java would also take a plus sign, and the digits of every script.
    long number = INTEGER.test(text) ? Long.parseLong(text) : Long.MAX_VALUE;
    return number == (int) number ? (int) number : wrong(TableRule.BAD_NUMBER, text, "1234");
  }

  private Object decimal(String text) {
    return DECIMAL.test(text) ? new BigDecimal(text) : wrong(TableRule.BAD_NUMBER, text, "1234.5");
  }

  private Object bool(String text) {
    return switch (text) {
      case "true" -> Boolean.TRUE;
      case "false" -> Boolean.FALSE;
      default -> wrong(TableRule.BAD_BOOLEAN, text);
    };
  }

  private Object date(String text) {
    PartialDate date = dateOf(text);
    return date != null && date.toString().equals(text) && date.precision() == Precision.DAY
        ? date.latest()
        : wrong(TableRule.BAD_DATE, text, "2025-07-31");
  }

  private Object partialDate(String text) {
    PartialDate date = dateOf(text);
    return date == null ? wrong(TableRule.BAD_DATE, text, PARTIAL_DATES) : date;
  }

  private static @Nullable PartialDate dateOf(String text) {
    try {
      PartialDate date = PartialDate.parse(text);
      // A year before 1000 has lost a digit.
      boolean lost =
          date.latest().getYear() < 1000
              || date.earliest().getYear() < 1000 && date.precision() != Precision.NOT_LATER_THAN;
      return lost ? null : date;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private Object choice(Column column, String text) {
    return column.allowed().contains(text)
        ? text
        : wrong(
            TableRule.UNKNOWN_VALUE,
            text,
            column.name(),
            // Whoever makes no mistake needs none of the names.
            choices.computeIfAbsent(column.name(), name -> names(column)).hint(text));
  }

  private static List<String> list(String text) {
    return SEPARATOR
        .splitAsStream(text)
        .map(InvisibleCharacters::strip)
        .filter(part -> !part.isEmpty())
        .distinct()
        .toList();
  }

  private Object reference(@Nullable String table, String text) {
    if (SpreadsheetDamage.lost(text, never -> false) && !KEY.test(text)) {
      return wrong(TableRule.MANGLED_BY_SPREADSHEET, text);
    }
    return table == null ? anyReference(text) : keyOf(table, text);
  }

  private Object keyOf(String table, String text) {
    return KEY.test(text)
        ? new Reference(types.get(table).number(), text)
        : wrong(
            TableRule.BAD_REFERENCE,
            text,
            new Text("der Schlüssel einer Zeile von " + table, "the key of a row of " + table));
  }

  private Object anyReference(String text) {
    int colon = text.indexOf(':');
    Optional<RecordType> type = colon < 0 ? Optional.empty() : types.find(text.substring(0, colon));
    String key = text.substring(colon + 1);
    return type.isPresent() && ANY_KEY.test(key)
        ? new Reference(type.get().number(), key)
        : wrong(
            TableRule.BAD_REFERENCE,
            text,
            new Text(
                "Tabelle, Doppelpunkt und Schlüssel wie project:glasfaser",
                "table, colon and key, such as project:fibre"));
  }
}
