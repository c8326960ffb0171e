package org.stadtstand.ground.text;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Numbers and dates as a native writer of the language has them. A number is never rounded, and its
 * thousands are separated only from five digits on, because a year never is and nothing
 * distinguishes a year from a count. A day is written out in a sentence ("3. Dezember 2025", "3
 * December 2025") and short in a table or on a label ("03.12.2025", "3 Dec 2025"); neither is ever
 * more exact than what is known ("3. Quartal 2025", "Q3 2025").
 */
public record Figures(Language language) {

  private static final BigDecimal GROUPED = new BigDecimal(10_000);

  private static final Noun DAYS = Noun.of("Tag", "Tage", "day", "days");

  /** The month in which it begins. */
  private static final int SPRING = 3;

  public String number(BigDecimal value) {
    NumberFormat format = NumberFormat.getInstance(locale());
    format.setMaximumFractionDigits(Math.max(0, value.scale()));
    format.setGroupingUsed(value.abs().compareTo(GROUPED) >= 0);
    return format.format(value);
  }

  public String yesOrNo(boolean value) {
    return value ? language.pick("ja", "yes") : language.pick("nein", "no");
  }

  public String inSentence(PartialDate date) {
    return written(date, language.pick("d. MMMM uuuu", "d MMMM uuuu"));
  }

  public String inSentence(LocalDate day) {
    return inSentence(PartialDate.day(day));
  }

  public String inTable(PartialDate date) {
    return written(date, language.pick("dd.MM.uuuu", "d MMM uuuu"));
  }

  /** When something happened: "am 3. Dezember 2025", "im April 2024", "spätestens am …". */
  public String when(PartialDate date) {
    String known = inSentence(date);
    return switch (date.precision()) {
      case DAY -> language.pick("am ", "on ") + known;
      case MONTH, QUARTER, SEASON -> language.pick("im ", "in ") + known;
      case YEAR -> language.pick("im Jahr ", "in ") + known;
      case NOT_LATER_THAN ->
          language.pick("spätestens am ", "on or before ") + inSentence(date.latest());
      case BETWEEN -> known;
    };
  }

  /** Where something was moved from: "vom 3. Quartal 2025", "von April 2024", "from 2025". */
  public String movedFrom(PartialDate date) {
    String preposition =
        switch (date.precision()) {
          case DAY, QUARTER, SEASON -> "vom ";
          case MONTH, YEAR, NOT_LATER_THAN -> "von ";
          case BETWEEN -> "von einem Tag ";
        };
    return language.pick(preposition, "from ") + inSentence(date);
  }

  /** Where something was moved to: "auf den 3. Dezember 2025", "auf das 3. Quartal 2025". */
  public String movedTo(PartialDate date) {
    String preposition =
        switch (date.precision()) {
          case DAY -> "auf den ";
          case QUARTER -> "auf das ";
          case SEASON -> date.earliest().getMonthValue() == SPRING ? "auf das " : "auf den ";
          case MONTH, YEAR, NOT_LATER_THAN -> "auf ";
          case BETWEEN -> "auf einen Tag ";
        };
    return language.pick(preposition, "to ") + inSentence(date);
  }

  /** From when on something is so: "ab 3. Dezember 2025", "spätestens ab dem 31. Januar 2026". */
  public String starting(PartialDate date) {
    return switch (date.precision()) {
      case DAY, MONTH, QUARTER, SEASON, YEAR -> language.pick("ab ", "from ") + inSentence(date);
      case NOT_LATER_THAN ->
          language.pick("spätestens ab dem ", "from no later than ") + inSentence(date.latest());
      case BETWEEN -> language.pick("ab einem Tag ", "from a day ") + inSentence(date);
    };
  }

  /** Days from a date's latest day on, which are the fewest if the day is not known. */
  public String daysSince(PartialDate date, int count) {
    return date.precision() == Precision.DAY
        ? days(count)
        : language.pick("mindestens ", "at least ") + days(count);
  }

  /** Days between the latest days of two dates, of which either may not be known to the day. */
  public String daysBetween(PartialDate from, PartialDate to, int count) {
    boolean exact = from.precision() == Precision.DAY && to.precision() == Precision.DAY;
    return exact ? days(count) : language.pick("etwa ", "about ") + days(count);
  }

  private String days(int count) {
    return DAYS.counted(count, language);
  }

  private String written(PartialDate date, String day) {
    return switch (date.precision()) {
      case DAY -> formatted(date.latest(), day);
      case MONTH -> formatted(date.latest(), "LLLL uuuu");
      case QUARTER -> formatted(date.latest(), language.pick("q'. Quartal' uuuu", "'Q'q uuuu"));
      case SEASON -> season(date);
      case YEAR -> formatted(date.latest(), "uuuu");
      case BETWEEN ->
          language
              .pick("zwischen dem %s und dem %s", "between %s and %s")
              .formatted(formatted(date.earliest(), day), formatted(date.latest(), day));
      case NOT_LATER_THAN ->
          language
              .pick("spätestens %s", "%s at the latest")
              .formatted(formatted(date.latest(), day));
    };
  }

  /** A winter has two years. */
  private String season(PartialDate date) {
    String name =
        switch (date.earliest().getMonthValue()) {
          case SPRING -> language.pick("Frühjahr", "spring");
          case 6 -> language.pick("Sommer", "summer");
          case 9 -> language.pick("Herbst", "autumn");
          default -> language.pick("Winter", "winter");
        };
    String years = date.earliest().getYear() == date.latest().getYear() ? "" : "/uu";
    return name + " " + formatted(date.earliest(), "uuuu") + formatted(date.latest(), years);
  }

  private String formatted(LocalDate date, String pattern) {
    return DateTimeFormatter.ofPattern(pattern, locale()).format(date);
  }

  private Locale locale() {
    return language == Language.DE ? Locale.GERMANY : Locale.UK;
  }
}
