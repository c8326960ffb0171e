package org.stadtstand.serve.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Language;
import org.stadtstand.serve.drawing.Numbers;

/**
 * A value that stands in the record: an observation, what somebody claimed, or a planned step.
 *
 * @param nature how it came about
 * @param qualifier how exactly it was given
 * @param figure the value with its qualifier
 * @param words the same with its unit
 * @param said how it came about, in words
 * @param by who gave it; null if that is not said
 * @param contradicted whether observations show that it cannot be so
 */
record StatedValue(
    BigDecimal value,
    KnownDay day,
    Nature nature,
    String qualifier,
    String figure,
    String words,
    String said,
    @Nullable String by,
    boolean contradicted) {

  /** What a mark looks like: filled was shown, hollow was said or estimated. */
  enum Nature {
    SHOWN,
    INVENTED,
    REPORTED,
    ESTIMATED,
    CLAIMED,
    PLANNED;

    static Nature of(String nature) {
      return switch (nature) {
        case "MEASURED" -> SHOWN;
        case "SYNTHETIC" -> INVENTED;
        case "REPORTED", "RELAYED", "DERIVED" -> REPORTED;
        default -> ESTIMATED;
      };
    }
  }

  /** An observation; null if it has no value in the unit. */
  static @Nullable StatedValue ofObservation(Map<?, ?> row, String unit, Numbers numbers) {
    KnownDay day = KnownDay.of(row, "observedOn");
    BigDecimal value = Numbers.of(row.get("value"));
    return value == null || day == null || !fits(row, unit)
        ? null
        : new StatedValue(
            value,
            day,
            Nature.of(text(row, "nature")),
            text(row, "qualifier"),
            figure(row, value, unit, numbers),
            words(row, value, unit, numbers),
            text(row, "natureLabel"),
            (String) row.get("reporter"),
            false);
  }

  /** A claim; null if it has no value in the unit. */
  static @Nullable StatedValue ofClaim(
      Map<?, ?> row, String unit, Numbers numbers, boolean contradicted) {
    KnownDay day = KnownDay.of(row, "saidOn");
    BigDecimal value = Numbers.of(row.get("value"));
    return value == null || day == null || !fits(row, unit)
        ? null
        : new StatedValue(
            value,
            day,
            Nature.CLAIMED,
            text(row, "qualifier"),
            figure(row, value, unit, numbers),
            words(row, value, unit, numbers),
            numbers.language().pick("Behauptet", "claimed"),
            text(row, "saidBy"),
            contradicted);
  }

  /** A step planned on the way to a target, in its unit. */
  static @Nullable StatedValue ofStep(
      Map<?, ?> row, boolean percent, String unitLabel, Numbers numbers) {
    KnownDay day = KnownDay.of(row, "dueOn");
    BigDecimal value = Numbers.of(row.get("value"));
    if (value == null || day == null) {
      return null;
    }
    String figure = numbers.marked(value, percent);
    return new StatedValue(
        value,
        day,
        Nature.PLANNED,
        "",
        figure,
        percent ? figure : (figure + " " + unitLabel).strip(),
        numbers.language().pick("geplant", "planned"),
        null,
        false);
  }

  /** Whether a value is in the unit of the target, which need not be repeated. */
  static boolean fits(Map<?, ?> row, String unit) {
    return row.get("unit") == null || unit.equals(row.get("unit"));
  }

  private static String figure(Map<?, ?> row, BigDecimal value, String unit, Numbers numbers) {
    String exactly = text(row, "qualifier");
    String number = numbers.marked(value, Numbers.isPercent(unit));
    return exactly.equals("EXACT") || exactly.isEmpty()
        ? number
        : text(row, "qualifierLabel") + " " + number;
  }

  private static String words(Map<?, ?> row, BigDecimal value, String unit, Numbers numbers) {
    String figure = figure(row, value, unit, numbers);
    return Numbers.isPercent(unit) ? figure : (figure + " " + text(row, "unitLabel")).strip();
  }

  private static String text(Map<?, ?> row, String field) {
    return Objects.toString(row.get(field), "");
  }

  /** What stands beside its mark, the most important first; a stamp says what is invented. */
  List<String> label(Numbers numbers) {
    String when = day.inShort(numbers.language());
    return nature == Nature.INVENTED ? List.of(figure, when) : List.of(figure, when, said);
  }

  /** All of it for readers who see no mark, as a sentence that begins with a label. */
  String described(Language language) {
    return "%s%s, %s: %s%s%s"
        .formatted(
            said.substring(0, 1).toUpperCase(Locale.ROOT),
            said.substring(1),
            day.label(),
            words,
            by == null ? "" : " (" + by + ")",
            contradicted
                ? language.pick(", durch Werte widerlegt", ", contradicted by values")
                : "");
  }
}
