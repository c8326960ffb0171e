package org.stadtstand.ground.sql;

import static java.lang.invoke.MethodType.methodType;
import static java.util.stream.Collectors.toMap;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.ground.text.Text;
import org.stadtstand.ground.unit.Unit;

/**
 * Reads rows into records of one class: each component from the column of its name, so that {@code
 * plannedEnd} comes from {@code planned_end} and {@code leadUnitRecord}, the number of another
 * record, from {@code lead_unit}. An empty column fails unless its component is {@code @Nullable}.
 * A component that is such a record is read from columns that begin with its name, and is null if
 * the first of them is empty.
 */
public final class RowBinding<T> {

  private static final Map<Class<?>, BiFunction<Row, String, @Nullable Object>> READERS =
      Map.ofEntries(
          Map.entry(String.class, Row::textOrNull),
          Map.entry(Text.class, Row::translatedOrNull),
          Map.entry(int.class, Row::integerOrNull),
          Map.entry(Integer.class, Row::integerOrNull),
          Map.entry(BigDecimal.class, Row::decimalOrNull),
          Map.entry(boolean.class, Row::boolOrNull),
          Map.entry(Boolean.class, Row::boolOrNull),
          Map.entry(LocalDate.class, Row::dateOrNull),
          Map.entry(PartialDate.class, Row::partialDateOrNull),
          Map.entry(List.class, Row::list),
          Map.entry(Unit.class, Row::unitOrNull));

  private final Class<T> type;
  private final Cell[] cells;

  /** Made with the first record, because Java generates code for it and many types are not read. */
  private final SingletonSupplier<MethodHandle> constructor;

  private RowBinding(Class<T> type, List<Class<?>> types, List<Cell> cells) {
    this.type = type;
    this.constructor = SingletonSupplier.of(() -> constructor(type, types));
    this.cells = cells.toArray(Cell[]::new);
  }

  /** A component's value from a row or, if it is no column's, from what came with the row. */
  private interface Cell {
    @Nullable Object read(Row row, Object companion);
  }

  /**
   * The binding of a record class.
   *
   * @param companion the type of the one component that no column holds but the reader knows
   * @param renamed the column of each component that is not named after it
   * @param own components that are read in their own way
   * @param columns the columns of the rows
   * @throws IllegalStateException if a component has no column or is of a type no column has
   */
  public static <T> RowBinding<T> of(
      Class<T> type,
      Class<?> companion,
      Map<String, String> renamed,
      Map<String, Function<Row, ?>> own,
      Set<String> columns) {
    List<Cell> cells = new ArrayList<>();
    List<Class<?>> types = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      String name = component.getName().replaceFirst("Record$", "");
      types.add(component.getType());
      Function<Row, ?> reader = own.get(name);
      if (component.getType() == companion) {
        cells.add((row, value) -> value);
      } else if (reader != null) {
        cells.add((row, value) -> reader.apply(row));
      } else {
        cells.add(cell(component, renamed.getOrDefault(name, column(name)), columns));
      }
    }
    return new RowBinding<>(type, types, cells);
  }

  public T read(Row row, Object companion) {
    @Nullable Object[] values = new @Nullable Object[cells.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = cells[i].read(row, companion);
    }
    try {
      return type.cast((Object) constructor.obtain().invokeExact(values));
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(type + " cannot be made of its row", e);
    }
  }

  /** One component alone, by its place among those of the record. */
  @Nullable Object component(int place, Row row, Object companion) {
    return cells[place].read(row, companion);
  }

  private static Cell cell(RecordComponent component, String column, Set<String> columns) {
    boolean part = component.getType().isRecord() && !READERS.containsKey(component.getType());
    if (!part && Stream.of("", "_de", "_from").noneMatch(end -> columns.contains(column + end))) {
      throw new IllegalStateException(component + " has no column " + column);
    }
    var reader =
        part ? part(component.getType(), column + "_", columns) : reader(component.getType());
    if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
      return (row, companion) -> reader.apply(row, column);
    }
    return (row, companion) -> Row.required(column, reader.apply(row, column));
  }

  private static BiFunction<Row, String, @Nullable Object> part(
      Class<?> type, String prefix, Set<String> columns) {
    Map<String, String> prefixed =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(toMap(name -> name, name -> prefix + column(name)));
    RowBinding<?> binding = of(type, Void.class, prefixed, Map.of(), columns);
    RecordComponent first = type.getRecordComponents()[0];
    var filled = reader(first.getType());
    String column = prefix + column(first.getName());
    return (row, name) -> filled.apply(row, column) == null ? null : binding.read(row, row);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static BiFunction<Row, String, @Nullable Object> reader(Class<?> type) {
    if (type.isEnum()) {
      Class choice = type;
      return (row, column) -> row.choiceOrNull(choice, column);
    }
    var reader = READERS.get(type);
    if (reader == null) {
      throw new IllegalStateException("No column holds a " + type);
    }
    return reader;
  }

  private static String column(String component) {
    return component.replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  private static MethodHandle constructor(Class<?> type, List<Class<?>> types) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types.toArray(Class[]::new));
      constructor.setAccessible(true);
      return MethodHandles.lookup()
          .unreflectConstructor(constructor)
          .asSpreader(Object[].class, types.size())
          .asType(methodType(Object.class, Object[].class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " has no constructor of its components", e);
    }
  }
}
