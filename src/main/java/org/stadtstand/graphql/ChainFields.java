package org.stadtstand.graphql;

import org.stadtstand.history.Leaves;
import org.stadtstand.listing.ListedType;
import org.stadtstand.listing.OrderField;
import org.stadtstand.listing.Relation;
import org.stadtstand.record.RecordTypes;

/** The fields by which anybody can verify a release: the rows that its hash covers. */
final class ChainFields {

  private static final String TYPE = "CoveredRow";

  private ChainFields() {}

  static void wire(Wiring wiring, RecordTypes recordTypes) {
    Relation<CoveredRow> rows =
        Relation.of(ReleaseFields.TYPE, "rows", rows(new Leaves(recordTypes)), "{t}.release = {p}");
    wiring.value(TYPE, CoveredRow.class);
    wiring.<PublishedState>field(
        rows.parentType(),
        rows.field(),
        (release, environment) ->
            wiring.batches().related(rows, release.ref(), Arguments.list(environment)));
  }

  private static ListedType<CoveredRow> rows(Leaves leaves) {
    // A release's rows are the same at every pin.
    String select =
        "(select x.*, 0 as since, 2147483647 as until from (%s) x) {t}".formatted(Leaves.SELECT);
    return ListedType.over(TYPE, CoveredRow.class, select, CoveredRow::read)
        .column("event", leaves.event("{t}"))
        .column("table", leaves.table("{t}"))
        .column("key", leaves.key("{t}"))
        .column("opened_by", "(select r.number from release r where r.id = {t}.opened)")
        .column("canonical", leaves.canonical("{t}"))
        .column("salt", "encode({t}.salt, 'hex')")
        .column("digest", "encode({t}.digest, 'hex')")
        .order(
            "ROW",
            OrderField.integer("{t}.record").always(),
            OrderField.integer("{t}.event").always())
        .defaultOrder("ROW");
  }
}
