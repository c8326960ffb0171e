package org.stadtstand.record.columns;

import static org.stadtstand.record.columns.HeldColumn.NULL;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.declaration.Formula;
import org.stadtstand.record.listing.Filters;

/**
 * A filter as a condition on held columns. What is unknown does not fit, and neither does what is
 * not known not to fit below {@code not}: as in statements, which ask for what is true.
 */
sealed interface RowFilter {

  /** Whether a record fits. */
  @FunctionalInterface
  interface Fits {
    boolean is(Walk walk);
  }

  Fits of(HeldValues values, HeldRows held);

  /** All of several. */
  record All(List<RowFilter> parts) implements RowFilter {

    @Override
    public Fits of(HeldValues values, HeldRows held) {
      Fits[] all = parts.stream().map(part -> part.of(values, held)).toArray(Fits[]::new);
      return walk -> {
        for (Fits one : all) {
          if (!one.is(walk)) {
            return false;
          }
        }
        return true;
      };
    }
  }

  /** One of several; none if there are none. */
  record Any(List<RowFilter> parts) implements RowFilter {

    @Override
    public Fits of(HeldValues values, HeldRows held) {
      Fits[] all = parts.stream().map(part -> part.of(values, held)).toArray(Fits[]::new);
      return walk -> {
        for (Fits one : all) {
          if (one.is(walk)) {
            return true;
          }
        }
        return false;
      };
    }
  }

  /** What does not fit another. */
  record Not(RowFilter part) implements RowFilter {

    @Override
    public Fits of(HeldValues values, HeldRows held) {
      Fits fits = part.of(values, held);
      return walk -> !fits.is(walk);
    }
  }

  /** What has happened by the day. */
  record Happened(Formula day) implements RowFilter {

    @Override
    public Fits of(HeldValues values, HeldRows held) {
      HeldValues.Value value = values.daily(day);
      return walk -> {
        int own = value.of(walk);
        return own != NULL && own <= walk.day();
      };
    }
  }

  /** A value, or that there is none. */
  record Compared(Formula formula, String operator, Object operand) implements RowFilter {

    @Override
    public Fits of(HeldValues values, HeldRows held) {
      HeldValues.Value value = values.of(formula);
      if (operator.equals("isNull")) {
        boolean none = Boolean.TRUE.equals(operand);
        return walk -> value.of(walk) == NULL == none;
      }
      List<String> texts = values.texts(formula);
      if (operand instanceof List<?> several) {
        return among(value, several.stream().mapToInt(one -> number(one, texts)).toArray());
      }
      int wanted = number(operand, texts);
      return switch (operator) {
        case "eq" -> among(value, wanted);
        case "lt" -> walk -> value.of(walk) != NULL && value.of(walk) < wanted;
        case "lte" -> walk -> value.of(walk) != NULL && value.of(walk) <= wanted;
        case "gt" -> walk -> value.of(walk) > wanted;
        case "gte" -> walk -> value.of(walk) != NULL && value.of(walk) >= wanted;
        default -> throw Filters.unknown(operator);
      };
    }

    private static int number(Object operand, List<String> texts) {
      return switch (operand) {
        case String text -> texts.contains(text) ? texts.indexOf(text) : NULL;
        case LocalDate day -> Math.toIntExact(day.toEpochDay());
        case Boolean yes -> yes ? 1 : 0;
        case Integer number -> number;
        default -> throw new IllegalStateException("No column holds " + operand);
      };
    }
  }

  /** A date of any precision, all days of which lie in a range. */
  record Within(Formula earliest, Formula latest, PartialDate range) implements RowFilter {

    @Override
    public Fits of(HeldValues values, HeldRows held) {
      HeldValues.Value from = values.of(earliest);
      HeldValues.Value to = values.of(latest);
      int first = Math.toIntExact(range.earliest().toEpochDay());
      int last = Math.toIntExact(range.latest().toEpochDay());
      return walk -> {
        int end = to.of(walk);
        return end != NULL && end <= last && from.of(walk) >= first && from.of(walk) != NULL;
      };
    }
  }

  /** A record that is named by its key. */
  record Keyed(Formula formula, List<Integer> types, List<String> keys) implements RowFilter {

    @Override
    public Fits of(HeldValues values, HeldRows held) {
      List<Integer> named = new ArrayList<>();
      for (int type : types) {
        Map<String, Integer> numbers = Objects.requireNonNull(held.keys().get(type));
        for (String key : keys) {
          @Nullable Integer number = numbers.get(key);
          if (number != null) {
            named.add(number);
          }
        }
      }
      return among(values.of(formula), named.stream().mapToInt(Integer::intValue).toArray());
    }
  }

  private static Fits among(HeldValues.Value value, int... wanted) {
    int[] sorted = Arrays.stream(wanted).filter(one -> one != NULL).sorted().toArray();
    return sorted.length == 1
        ? walk -> value.of(walk) == sorted[0]
        : walk -> Arrays.binarySearch(sorted, value.of(walk)) >= 0;
  }
}
