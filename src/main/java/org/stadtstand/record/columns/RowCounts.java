package org.stadtstand.record.columns;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.listing.ListSizes;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.ListedTypes;
import org.stadtstand.record.time.Pin;

/**
 * Counts the rows of lists out of columns in memory, whole or in groups, at any pins: with the same
 * result as a statement, which is asked where this says nothing.
 */
@Component
public class RowCounts {

  private final ListedTypes types;
  private final ListSizes sizes;
  private final ColumnCache cache;
  private final Map<ListedType<?>, RowFilters> filters = new ConcurrentHashMap<>();

  RowCounts(ListedTypes types, ListSizes sizes, ColumnCache cache) {
    this.types = types;
    this.sizes = sizes;
    this.cache = cache;
  }

  /**
   * What is asked of a list.
   *
   * @param filter what its rows fit
   * @param by what they are put together by; nothing makes one group of all
   * @param counted what else rows fit that are counted apart
   * @param most so many groups are enough to know that there are too many
   */
  public record CountQuestion(
      Map<String, Object> filter,
      List<KeyColumn> by,
      List<Map<String, Object>> counted,
      int most) {}

  /**
   * Rows with the same keys.
   *
   * @param counts how many there are, then how many fit each of the filters
   */
  public record RowGroup(List<Key> keys, int[] counts) {}

  /**
   * A key, in the form that statements give it.
   *
   * @param value null if there is none
   * @param beside of a date the last day
   * @param withheld whether there is none because it is withheld
   */
  public record Key(@Nullable String value, @Nullable String beside, boolean withheld) {}

  /** The groups of the list at each of the pins, in no order; nothing if columns do not tell. */
  public Optional<List<List<RowGroup>>> of(
      ListedType<?> type, List<Pin> pins, CountQuestion question) {
    RecordType table = type.recordType();
    if (table == null || !cache.holdsAny() || question.counted().size() >= Long.SIZE) {
      return Optional.empty();
    }
    RowFilters own =
        filters.computeIfAbsent(
            type,
            fresh ->
                new RowFilters(
                    types, type, HeldTables.of(table, types.joinedRows(type), cache.types())));
    return Optional.ofNullable(CountPlan.of(own, question)).flatMap(plan -> at(type, pins, plan));
  }

  private Optional<List<List<RowGroup>>> at(ListedType<?> type, List<Pin> pins, CountPlan plan) {
    Map<Pin, List<RowGroup>> found = new HashMap<>();
    Map<Integer, List<Pin>> byPlace =
        pins.stream()
            .filter(pin -> pin.release() > 0)
            .collect(Collectors.groupingBy(pin -> pin.place().id()));
    for (List<Pin> own : byPlace.values()) {
      Pin newest = own.stream().max(Comparator.comparingInt(Pin::release)).orElseThrow();
      HeldRows held =
          cache.find(
              plan.tables(),
              newest,
              plan.needs(),
              () -> sizes.rows(type, List.of(newest)) * own.size());
      if (held == null) {
        return Optional.empty();
      }
      own.stream()
          .collect(Collectors.groupingBy(Pin::release))
          .forEach((release, same) -> count(plan, held, release, same, found));
    }
    return Optional.of(
        pins.stream().map(pin -> found.getOrDefault(pin, List.<RowGroup>of())).toList());
  }

  private static void count(
      CountPlan plan, HeldRows held, int release, List<Pin> pins, Map<Pin, List<RowGroup>> found) {
    List<LocalDate> days = pins.stream().map(Pin::day).distinct().sorted().toList();
    int[] counted = days.stream().mapToInt(day -> Math.toIntExact(day.toEpochDay())).toArray();
    Tally tally = plan.count(held, release, counted);
    for (int i = 0; i < counted.length; i++) {
      List<RowGroup> groups = tally.groups(i);
      LocalDate day = days.get(i);
      pins.stream().filter(pin -> pin.day().equals(day)).forEach(pin -> found.put(pin, groups));
    }
  }
}
