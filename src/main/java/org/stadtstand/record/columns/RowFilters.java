package org.stadtstand.record.columns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.declaration.Formula;
import org.stadtstand.record.listing.FilterField;
import org.stadtstand.record.listing.Filters;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.ListedTypes;

/**
 * Reads filters of a type as conditions on held columns, and notes which columns they need. Null
 * stands for a filter that only a statement can answer, or has to refuse.
 */
final class RowFilters {

  private static final Set<String> ORDERED = Set.of("lt", "lte", "gt", "gte");

  private final ListedTypes types;
  private final ListedType<?> type;
  private final HeldTables tables;
  private final Map<String, Optional<Formula>> formulas = new ConcurrentHashMap<>();

  RowFilters(ListedTypes types, ListedType<?> type, HeldTables tables) {
    this.types = types;
    this.type = type;
    this.tables = tables;
  }

  HeldTables tables() {
    return tables;
  }

  /** Those that hold for each record whatever is asked; null if only a statement can tell. */
  @Nullable RowFilter always(ColumnNeeds needs) {
    if (!types.isEvent(type)) {
      return new RowFilter.All(List.of());
    }
    Formula day = types.happened(type);
    boolean held = day != null && HeldValues.note(day, needs, tables);
    return day == null || !held ? null : new RowFilter.Happened(day);
  }

  @Nullable RowFilter of(Map<String, Object> filter, ColumnNeeds needs) {
    List<RowFilter> parts = new ArrayList<>();
    for (Map.Entry<String, @Nullable Object> entry : filter.entrySet()) {
      if (entry.getValue() != null) {
        RowFilter part = part(entry.getKey(), entry.getValue(), needs);
        if (part == null) {
          return null;
        }
        parts.add(part);
      }
    }
    return parts.size() == 1 ? parts.getFirst() : new RowFilter.All(parts);
  }

  private @Nullable RowFilter part(String name, Object value, ColumnNeeds needs) {
    return switch (name) {
      case "and", "or" -> {
        List<RowFilter> parts = new ArrayList<>();
        for (Object one : (List<?>) value) {
          RowFilter part = of(map(one), needs);
          if (part == null) {
            yield null;
          }
          parts.add(part);
        }
        yield name.equals("and") ? new RowFilter.All(parts) : new RowFilter.Any(parts);
      }
      case "not" -> {
        RowFilter part = of(map(value), needs);
        yield part == null ? null : new RowFilter.Not(part);
      }
      default -> {
        FilterField field = types.filters(type).get(name);
        FilterField.Compared compared = field == null ? null : field.compared();
        // Texts of all rows would fill the memory that columns of few values share.
        yield compared == null || compared.text() || !Filters.isTold(compared, value)
            ? null
            : compared(compared, map(value), needs);
      }
    };
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  private @Nullable RowFilter compared(
      FilterField.Compared compared, Map<String, Object> operators, ColumnNeeds needs) {
    Formula value = held(compared.sql(), needs);
    List<RowFilter> parts = new ArrayList<>();
    for (Map.Entry<String, @Nullable Object> one : operators.entrySet()) {
      Object operand = one.getValue();
      RowFilter part =
          value == null || operand == null
              ? null
              : compared(compared, value, one.getKey(), operand, needs);
      if (part == null) {
        return null;
      }
      parts.add(part);
    }
    return parts.size() == 1 ? parts.getFirst() : new RowFilter.All(parts);
  }

  private @Nullable RowFilter compared(
      FilterField.Compared compared,
      Formula value,
      String operator,
      Object operand,
      ColumnNeeds needs) {
    if (operator.equals("isNull")) {
      return new RowFilter.Compared(value, operator, operand);
    }
    if (!compared.types().isEmpty()) {
      return keyed(compared, value, operator, operand, needs);
    }
    if (operator.equals("within") && compared.earliest() != null) {
      Formula earliest = held(compared.earliest(), needs);
      return earliest == null
          ? null
          : new RowFilter.Within(earliest, value, Filters.range(operand.toString()));
    }
    boolean order = ORDERED.contains(operator) && isHeld(operand) && !(operand instanceof String);
    boolean same = operator.equals("eq") && isHeld(operand);
    boolean one =
        operator.equals("in")
            && operand instanceof List<?> several
            && several.stream().allMatch(RowFilters::isHeld);
    return order || same || one ? new RowFilter.Compared(value, operator, operand) : null;
  }

  private static boolean isHeld(@Nullable Object operand) {
    return operand instanceof String
        || operand instanceof LocalDate
        || operand instanceof Boolean
        || operand instanceof Integer;
  }

  /** Of the type's own records there are too many to hold all keys. */
  private @Nullable RowFilter keyed(
      FilterField.Compared compared,
      Formula value,
      String operator,
      Object operand,
      ColumnNeeds needs) {
    List<String> keys =
        switch (operator) {
          case "eq" -> List.of(operand.toString());
          case "in" -> ((List<?>) operand).stream().map(String::valueOf).toList();
          default -> List.of();
        };
    if (keys.isEmpty() || compared.types().contains(type.number())) {
      return null;
    }
    needs.keyTypes().addAll(compared.types());
    return new RowFilter.Keyed(value, List.copyOf(compared.types()), keys);
  }

  /** What SQL stands for, if it can be worked out of held columns. */
  @Nullable Formula held(String sql, ColumnNeeds needs) {
    Formula formula =
        formulas
            .computeIfAbsent(sql, own -> Optional.ofNullable(types.formula(type, own)))
            .orElse(null);
    return formula != null && HeldValues.note(formula, needs, tables) ? formula : null;
  }
}
