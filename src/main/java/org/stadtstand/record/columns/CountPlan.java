package org.stadtstand.record.columns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.sql.Deadline;
import org.stadtstand.record.columns.RowCounts.CountQuestion;
import org.stadtstand.record.declaration.Formula;
import org.stadtstand.record.listing.FilterField.Kind;

/**
 * How a question is answered out of columns.
 *
 * @param filter what rows fit that are counted at all
 * @param keys of each column its value and, of a date, its earliest day
 */
record CountPlan(
    HeldTables tables,
    ColumnNeeds needs,
    RowFilter filter,
    List<KeyFormulas> keys,
    List<RowFilter> counted,
    int most) {

  /** So many records are looked at before the time that is left is. */
  private static final int AT_ONCE = 1 << 16;

  /** What the keys of a column follow from. */
  record KeyFormulas(KeyColumn column, Formula value, @Nullable Formula earliest) {}

  /** Null if it cannot be answered in this way. */
  static @Nullable CountPlan of(RowFilters filters, CountQuestion question) {
    ColumnNeeds needs = new ColumnNeeds();
    List<@Nullable RowFilter> listed =
        Arrays.asList(filters.always(needs), filters.of(question.filter(), needs));
    List<@Nullable KeyFormulas> keys = new ArrayList<>();
    question.by().forEach(column -> keys.add(key(column, filters, needs)));
    List<@Nullable RowFilter> counted = new ArrayList<>();
    question.counted().forEach(one -> counted.add(filters.of(one, needs)));
    return listed.contains(null) || keys.contains(null) || counted.contains(null)
        ? null
        : new CountPlan(
            filters.tables(),
            needs,
            new RowFilter.All(known(listed)),
            known(keys),
            known(counted),
            question.most());
  }

  private static <V> List<V> known(List<@Nullable V> all) {
    return all.stream().map(Objects::requireNonNull).toList();
  }

  private static @Nullable KeyFormulas key(
      KeyColumn column, RowFilters filters, ColumnNeeds needs) {
    Formula value = column.isHeld() ? filters.held(column.known(), needs) : null;
    boolean date = column.value().kind() == Kind.DATE;
    Formula earliest = value != null && date ? filters.held(column.value().more(), needs) : null;
    return value == null || date && earliest == null
        ? null
        : new KeyFormulas(column, value, earliest);
  }

  /**
   * Counts the records of a release on each of some days.
   *
   * @param days since 1970, ascending
   */
  Tally count(HeldRows held, int release, int[] days) {
    HeldValues values = new HeldValues(held);
    RowFilter.Fits fits = filter.of(values, held);
    List<RowKeys> own =
        keys.stream()
            .map(key -> new RowKeys(key.column(), key.value(), key.earliest(), values, held))
            .toList();
    Tally tally =
        new Tally(own, counted.stream().map(one -> one.of(values, held)).toList(), days.length);
    Walk walk = new Walk(values.lives(), release);
    for (int record = 0; record < walk.records() && tally.groups() <= most; record++) {
      if (record % AT_ONCE == 0) {
        Deadline.check();
      }
      if (walk.to(record)) {
        count(walk, days, fits, tally, values.isDaily());
      }
    }
    return tally;
  }

  /** What was found for a day holds for the next one, if all rows are still the same. */
  private static void count(
      Walk walk, int[] days, RowFilter.Fits fits, Tally tally, boolean daily) {
    boolean counts = false;
    int group = 0;
    long fitting = 0;
    for (int i = 0; i < days.length; i++) {
      if (walk.on(days[i], i == 0) || daily) {
        counts = fits.is(walk);
        group = counts ? tally.group(walk) : 0;
        fitting = counts ? tally.fitting(walk) : 0;
      }
      if (counts) {
        tally.add(i, group, fitting);
      }
    }
  }
}
