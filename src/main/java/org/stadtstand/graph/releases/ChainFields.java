package org.stadtstand.graph.releases;

import java.util.List;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.arguments.Arguments;
import org.stadtstand.graph.schema.GraphQlRoom;
import org.stadtstand.graph.schema.SchemaWiring;
import org.stadtstand.ground.sql.Until;
import org.stadtstand.record.chain.Leaves;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.ListedTypeBuilder;
import org.stadtstand.record.listing.ListedTypes.ListingRoom;
import org.stadtstand.record.listing.OrderField;
import org.stadtstand.record.listing.Relation;

/** The fields with which anyone can verify a release: the rows that its hash covers. */
@Component
final class ChainFields implements GraphQlRoom, ListingRoom {

  private static final String TYPE = "CoveredRow";

  private final ListedType<CoveredRow> rows;
  private final ListedType<RedactedRow> redactions;

  ChainFields(RecordTypes recordTypes) {
    Leaves leaves = new Leaves(recordTypes);
    this.rows = rows(leaves);
    this.redactions = redactions(leaves);
  }

  @Override
  public List<ListedType<?>> listedTypes() {
    return List.of(rows, redactions);
  }

  @Override
  public List<Relation<?>> relations() {
    return List.of(Relation.of(ReleaseFields.TYPE, "rows", rows, "{t}.release = {p}").unfiltered());
  }

  @Override
  public void wire(SchemaWiring wiring) {
    wiring.root("redactions", redactions);
    wiring.everywhere(
        "withheld",
        (record, environment) -> Arguments.present(environment).withheld().fields(record));
  }

  private static ListedType<RedactedRow> redactions(Leaves leaves) {
    String select =
        always(
            """
            select x.id as record, x.municipality, x.number, x.type, x.record as subject, x.release,
              x.release as opened, x.field, x.stands, x.withheld_at, x.reason, x.legal_basis,
              x.sealed
            from redaction x where x.lifts is null\
            """);
    return redacted(
            ListedType.over("Redaction", RedactedRow.class, select).reader(RedactedRow::read),
            "{t}",
            "{t}.record")
        .column("table", leaves.table("{t}"))
        .column("key", leaves.key("{t}"))
        .order("NUMBER", OrderField.integer("{t}.record").always())
        .defaultOrder("NUMBER")
        .build();
  }

  private static <T> ListedTypeBuilder<T> redacted(
      ListedTypeBuilder<T> type, String redaction, String id) {
    String number = "(select n.number from release n where n.id = %s.%s)";
    String lifting = "(select u.%s from redaction u where u.lifts = %s)";
    return type.column("entry", redaction + ".number")
        .column("field", redaction + ".field")
        .column("number", number.formatted(redaction, "release"))
        .column("sealed_by", number.formatted(redaction, "sealed"))
        .column("stands", redaction + ".stands")
        .column("lifted_at", lifting.formatted("withheld_at", id))
        .column("lift_reason", lifting.formatted("reason", id))
        .column("withheld_at", redaction + ".withheld_at")
        .column("reason", redaction + ".reason")
        .column("legal_basis", redaction + ".legal_basis");
  }

  /** Rows that are the same at every pin. */
  private static String always(String rows) {
    return "(select x.*, 0 as since, " + Until.OPEN + " as until from (" + rows + ") x) {t}";
  }

  private static ListedType<CoveredRow> rows(Leaves leaves) {
    return redacted(
            ListedType.over(TYPE, CoveredRow.class, always(Leaves.SELECT))
                .reader(CoveredRow::read)
                .join("redaction", Leaves.REDACTION),
            "{redaction}",
            "{redaction}.id")
        .column("event", leaves.event("{t}"))
        .column("table", leaves.table("{t}"))
        .column("key", leaves.key("{t}"))
        .column("opened_by", "(select r.number from release r where r.id = {t}.opened)")
        .column("canonical", leaves.canonical("{t}"))
        .column("salt", "encode({t}.salt, 'hex')")
        .column("digest", "encode({t}.digest, 'hex')")
        .order(
            "ROW",
            OrderField.integer("{t}.subject").always(),
            OrderField.integer("{t}.event").always())
        .defaultOrder("ROW")
        .build();
  }
}
