package org.stadtstand.graph.steps;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.declaration.ChangeKind;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordType;

/**
 * What a filter allows the database to leave out. It may be wider than the filter, never narrower;
 * the remaining changes are checked one by one.
 *
 * @param types the requested tables; null for all
 * @param kinds the requested kinds; null for all
 * @param explained whether only changes that need an explanation, given or not, are requested
 * @param subjects the numbers of the requested records; empty for all
 */
public record Prefilter(
    @Nullable Set<String> types,
    @Nullable Set<ChangeKind> kinds,
    boolean explained,
    List<Integer> subjects) {

  public static final Prefilter NONE = new Prefilter(null, null, false, List.of());

  boolean mayHold(RecordType type) {
    return (types == null || types.contains(type.table())) && (mayBegin(type) || mayEnd(type));
  }

  /** Whether new rows of the type may match. */
  boolean mayBegin(RecordType type) {
    return !explained && may(kind -> kind == ChangeKind.RELISTED || kind == type.told().created());
  }

  /** Whether ended rows of the type, replaced or not, may match. */
  boolean mayEnd(RecordType type) {
    Set<ChangeKind> changes =
        type.columns().stream().map(Column::change).collect(java.util.stream.Collectors.toSet());
    return may(
        kind ->
            kind == ChangeKind.WITHDRAWN || kind == ChangeKind.CORRECTED || changes.contains(kind));
  }

  private boolean may(Predicate<ChangeKind> kind) {
    return kinds == null || kinds.stream().anyMatch(kind);
  }
}
