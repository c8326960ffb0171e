package org.stadtstand.graph.steps;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.declaration.ChangeKind;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordType;

/**
 * What a filter lets the database leave out. It may be wider than the filter, never narrower; what
 * remains is looked at one by one.
 *
 * @param types the tables asked for; null for all
 * @param kinds the kinds asked for; null for all
 * @param explained whether only changes are asked for that have or lack an explanation
 * @param subjects the numbers of the records asked for; empty for all
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

  /** Whether a new row may be asked for. */
  boolean mayBegin(RecordType type) {
    return !explained && may(kind -> kind == ChangeKind.RELISTED || kind == type.told().created());
  }

  /** Whether the end of a row may be asked for, alone or with another in its place. */
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
