package org.stadtstand.deliver.description;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.declaration.Column.Kind;

/**
 * How a field of a Table Schema writes its values, where that differs from the agreed form. Without
 * it a German "1.953" would be read as a number below two.
 *
 * @param day the form of a day; null if days are written as agreed
 * @param trueValues what stands for yes; empty if only {@code true} does
 */
public record FieldFormat(
    char decimal,
    @Nullable Character group,
    @Nullable DateTimeFormatter day,
    List<String> trueValues,
    List<String> falseValues) {

  public static final FieldFormat AGREED = new FieldFormat('.', null, null, List.of(), List.of());

  private static final LocalDate EXAMPLE = LocalDate.of(2025, 7, 31);
  private static final Pattern DIRECTIVE = Pattern.compile("%([Ymd])|([^%A-Za-z']+)");

  static FieldFormat of(DateTimeFormatter day) {
    return new FieldFormat('.', null, day, List.of(), List.of());
  }

  /** Translates a date format such as {@code %d.%m.%Y}; null if it does not name a day. */
  static @Nullable DateTimeFormatter day(String format) {
    Matcher directive = DIRECTIVE.matcher(format);
    // Digits that touch must each be there; else "7.3.2026" is a day as well.
    String digits = format.matches(".*%[Ymd]%[Ymd].*") ? "%1$s%1$s" : "%1$s";
    StringBuilder pattern = new StringBuilder();
    int end = 0;
    for (; directive.find() && directive.start() == end; end = directive.end()) {
      String letter = directive.group(1);
      pattern.append(
          letter == null
              ? "'" + directive.group(2) + "'"
              : letter.equals("Y") ? "uuuu" : digits.formatted(letter.equals("m") ? "M" : "d"));
    }
    boolean whole = end == format.length() && format.matches("(?=.*%Y)(?=.*%m)(?=.*%d).*");
    return whole
        ? DateTimeFormatter.ofPattern(pattern.toString()).withResolverStyle(ResolverStyle.STRICT)
        : null;
  }

  /** The property with which one text would mean two values. */
  Optional<String> ambiguity(Kind kind) {
    if (isPartOfNumber(decimal)) {
      return Optional.of("decimalChar");
    }
    boolean same = group != null && group == decimal && kind == Kind.DECIMAL;
    if (group != null && (same || isPartOfNumber(group))) {
      return Optional.of("groupChar");
    }
    return trueValues.stream().anyMatch(falseValues::contains)
        ? Optional.of("falseValues")
        : Optional.empty();
  }

  private static boolean isPartOfNumber(char c) {
    return Character.isDigit(c) || c == '-';
  }

  /** The text in the agreed form; null if it is not in the declared one. */
  public @Nullable String agreed(Kind kind, String text) {
    return switch (kind) {
      case INTEGER, DECIMAL -> number(kind, text);
      case DATE, PARTIAL_DATE -> date(kind, text);
      case BOOLEAN ->
          trueValues.contains(text) ? "true" : falseValues.contains(text) ? "false" : text;
      case TEXT, UNIT, CHOICE, LIST, REFERENCE -> text;
    };
  }

  private @Nullable String number(Kind kind, String text) {
    if (decimal == '.' && group == null) {
      return text;
    }
    String grouped =
        group == null ? "" : "|\\d{1,3}(" + Pattern.quote(group.toString()) + "\\d{3})+";
    String rest =
        kind == Kind.INTEGER ? "" : "(" + Pattern.quote(String.valueOf(decimal)) + "\\d+)?";
    if (!text.matches("-?(\\d+" + grouped + ")" + rest)) {
      return null;
    }
    String plain = group == null ? text : text.replace(group.toString(), "");
    return plain.replace(decimal, '.');
  }

  private @Nullable String date(Kind kind, String text) {
    if (day == null) {
      return text;
    }
    try {
      return LocalDate.parse(text, day).toString();
    } catch (DateTimeException e) {
      // What is not known to the day is written as agreed, because no format of a day can say it.
      return kind == Kind.PARTIAL_DATE ? text : null;
    }
  }

  /** A value in this form, for a message. */
  public String example(Kind kind) {
    String thousands = group == null ? "1234" : "1" + group + "234";
    return switch (kind) {
      case INTEGER -> thousands;
      case DECIMAL -> thousands + decimal + "5";
      default -> day == null ? EXAMPLE.toString() : day.format(EXAMPLE);
    };
  }
}
