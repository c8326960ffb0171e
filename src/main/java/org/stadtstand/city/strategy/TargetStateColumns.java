package org.stadtstand.city.strategy;

import static org.stadtstand.record.declaration.DerivedFields.sourceOf;
import static org.stadtstand.record.declaration.Formula.cell;

import java.util.List;
import org.stadtstand.record.declaration.DerivedFields;
import org.stadtstand.record.declaration.Formula;
import org.stadtstand.record.declaration.JoinedRow;
import org.stadtstand.record.listing.Filters;
import org.stadtstand.record.listing.ListedTypeBuilder;

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
          DerivedFields.of("Target", List.of("gap", "gapPercent"), PROMISE, COMPARED),
          DerivedFields.of("Target", List.of("sentence"), PROMISE, BASIS, CLAIM, REVISION, LATEST));

  private TargetStateColumns() {}

  private static String inForce(String state, String column) {
    return """
    (select %2$s from target_%1$s_period s
      where s.target = {p} and s.known @> pin.release and s.days @> pin.day)\
    """
        .formatted(state, column);
  }

  static ListedTypeBuilder<Target> addTo(ListedTypeBuilder<Target> type) {
    type.join("outcome", new JoinedRow.Period("target_outcome_period", "target"))
        .join("latest", new JoinedRow.Period("target_latest_period", "target"))
        .join("basis", new JoinedRow.Published("observation", cell("outcome", "basis")))
        .join("newest", new JoinedRow.Published("observation", cell("latest", "event")))
        .join("said", new JoinedRow.Published("claim", cell("outcome", "claim")))
        .join("ended", new JoinedRow.Published("target_revision", cell("outcome", "revision")))
        .join("said_source", new JoinedRow.Published("source", cell("said", "source")))
        .join("basis_source", new JoinedRow.Published("source", cell("basis", "source")))
        .join("newest_source", new JoinedRow.Published("source", cell("newest", "source")))
        .choice("outcome", cell("outcome", "outcome"), TargetOutcome.class)
        .column("basis", "{outcome}.basis")
        .derived(
            "gap_percent",
            cell("outcome", "gap_percent"),
            Filters.decimal("{outcome}.gap_percent").on("'Prozent'"))
        .column("gap", "{outcome}.gap")
        .column("gap_unit", "{outcome}.gap_unit")
        .column("latest", "{latest}.event")
        .column("said_by", "{said}.said_by")
        .column("said_on_from", "{said}.said_on_from")
        .column("said_on_to", "{said}.said_on_to")
        .column("said_source_kind", "{said_source}.kind")
        .column("ended_on_from", "{ended}.effective_on_from")
        .column("ended_on_to", "{ended}.effective_on_to")
        .column("recorded_up_to", new Formula.LastRecordedDay());
    return seen(seen(type, "basis_", "basis"), "latest_", "newest");
  }

  private static ListedTypeBuilder<Target> seen(
      ListedTypeBuilder<Target> type, String prefix, String join) {
    String row = "{" + join + "}";
    return type.column(prefix + "value", row + ".value")
        .column(prefix + "qualifier", row + ".qualifier")
        .column(prefix + "unit", new Formula.FirstOf(cell(join, "unit"), cell("t", "unit")))
        .column(prefix + "nature", row + ".nature")
        .column(prefix + "reporter", row + ".reporter")
        .column(prefix + "source_kind", "{" + join + "_source}.kind")
        .column(prefix + "on_from", row + ".observed_on_from")
        .column(prefix + "on_to", row + ".observed_on_to");
  }
}
