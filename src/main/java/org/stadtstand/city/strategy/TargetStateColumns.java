package org.stadtstand.city.strategy;

import static org.stadtstand.record.declaration.DerivedFields.sourceOf;

import java.util.List;
import org.stadtstand.record.declaration.DerivedFields;
import org.stadtstand.record.listing.ListedType;

/**
 * Where the state of a target is read from: its periods, and the rows that determine the outcome.
 * All of it is read together with the target, because a sentence needs it immediately.
 */
final class TargetStateColumns {

  private static final String PROMISE = sourceOf("target", "{p}");
  private static final String BASIS = sourceOf("observation", inForce("outcome", "basis"));
  private static final String CLAIM = sourceOf("claim", inForce("outcome", "claim"));
  private static final String REVISION =
      sourceOf("target_revision", inForce("outcome", "revision"));
  private static final String COMPARED =
      sourceOf("observation", inForce("outcome", "coalesce(s.basis, s.latest)"));
  private static final String LATEST = sourceOf("observation", inForce("latest", "event"));

  /** An outcome compares what was promised with what is known of it, and so has both sources. */
  static final List<DerivedFields> SOURCES =
      List.of(
          DerivedFields.of("Target", List.of("outcome"), PROMISE, BASIS, CLAIM, REVISION),
          DerivedFields.of("Target", List.of("gap"), PROMISE, COMPARED),
          DerivedFields.of("Target", List.of("sentence"), PROMISE, BASIS, CLAIM, REVISION, LATEST));

  private TargetStateColumns() {}

  private static String inForce(String state, String column) {
    return """
    (select %2$s from target_%1$s_period s
      where s.target = {p} and s.known @> pin.release and s.days @> pin.day)\
    """
        .formatted(state, column);
  }

  static ListedType.Builder<Target> addTo(ListedType.Builder<Target> type) {
    type.join("outcome", period("target_outcome_period", "outcome"))
        .join("latest", period("target_latest_period", "latest"))
        .join("basis", published("observation", "basis", "{outcome}.basis"))
        .join("newest", published("observation", "newest", "{latest}.event"))
        .join("said", published("claim", "said", "{outcome}.claim"))
        .join("ended", published("target_revision", "ended", "{outcome}.revision"))
        .column("outcome", "{outcome}.outcome")
        .column("basis", "{outcome}.basis")
        .column("gap", "{outcome}.gap")
        .column("gap_unit", "{outcome}.gap_unit")
        .column("latest", "{latest}.event")
        .column("said_by", "{said}.said_by")
        .column("said_on_from", "{said}.said_on_from")
        .column("said_on_to", "{said}.said_on_to")
        .column("said_source_kind", sourceKind("{said}"))
        .column("ended_on_from", "{ended}.effective_on_from")
        .column("ended_on_to", "{ended}.effective_on_to")
        .column("recorded_up_to", "(select r.stands_for from release r where r.id = pin.release)");
    return seen(seen(type, "basis_", "basis"), "latest_", "newest");
  }

  private static ListedType.Builder<Target> seen(
      ListedType.Builder<Target> type, String prefix, String join) {
    String row = "{" + join + "}";
    return type.column(prefix + "value", row + ".value")
        .column(prefix + "qualifier", row + ".qualifier")
        .column(prefix + "unit", "coalesce(" + row + ".unit, {t}.unit)")
        .column(prefix + "nature", row + ".nature")
        .column(prefix + "reporter", row + ".reporter")
        .column(prefix + "source_kind", sourceKind(row))
        .column(prefix + "on_from", row + ".observed_on_from")
        .column(prefix + "on_to", row + ".observed_on_to");
  }

  private static String sourceKind(String row) {
    return """
    (select k.kind from source k where k.record = %s.source and %s)\
    """
        .formatted(row, DerivedFields.published("k"));
  }

  private static String period(String table, String join) {
    return """
    left join %1$s {%2$s} on {%2$s}.target = {t}.record
      and {%2$s}.known @> pin.release and {%2$s}.days @> pin.day\
    """
        .formatted(table, join);
  }

  private static String published(String table, String join, String record) {
    return """
    left join %1$s {%2$s} on {%2$s}.record = %3$s
      and {%2$s}.since <= pin.release and {%2$s}.until > pin.release\
    """
        .formatted(table, join, record);
  }
}
