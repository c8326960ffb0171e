package org.stadtstand.graph.releases;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.arguments.Arguments;
import org.stadtstand.graph.schema.GraphQlRoom;
import org.stadtstand.graph.schema.NodeId;
import org.stadtstand.graph.schema.ReleaseNode;
import org.stadtstand.graph.schema.SchemaWiring;
import org.stadtstand.ground.sql.Until;
import org.stadtstand.record.listing.Filters;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.ListedTypes.ListingRoom;
import org.stadtstand.record.listing.OrderField;
import org.stadtstand.record.listing.Relation;
import org.stadtstand.record.time.BasisRecorder;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Present;
import org.stadtstand.record.time.Release;
import org.stadtstand.record.time.ReleaseKind;

/** The fields of releases: one is found without a statement, lists are read like all lists. */
@Component
final class ReleaseFields implements GraphQlRoom, ListingRoom {

  static final String TYPE = "Release";

  private static final ListedType<ReleaseNode> RELEASE =
      ListedType.over(
              TYPE,
              ReleaseNode.class,
              "(select r.*, r.id as record, r.id as since, "
                  + Until.OPEN
                  + " as until from release r) {t}")
          .reader(ReleaseNode::read)
          .column("record", "{t}.record")
          .column("number", "{t}.number")
          .column("kind", "{t}.kind")
          .column("stands_for", "{t}.stands_for")
          .column("published_at", "{t}.published_at")
          .column("known_from", "{t}.known_from")
          .column("reason", "{t}.reason")
          .column("revokes", "{t}.revokes")
          .column("hash", "{t}.hash")
          .column("previous", "{t}.previous")
          .column("seal", "{t}.seal")
          .column("opened", "{t}.opened")
          .column("closed", "{t}.closed")
          .column("withdrawn", "{t}.withdrawn")
          .filter("number", Filters.integer("{t}.number"))
          .filter("kind", Filters.choice("{t}.kind", ReleaseKind.class))
          .filter("standsFor", Filters.date("{t}.stands_for"))
          .order("NUMBER", OrderField.integer("{t}.number"))
          .order("STANDS_FOR", OrderField.date("{t}.stands_for"))
          .order("PUBLISHED_AT", OrderField.decimal("extract(epoch from {t}.published_at)"))
          .defaultOrder("NUMBER")
          .build();

  @Override
  public List<ListedType<?>> listedTypes() {
    return List.of(RELEASE);
  }

  @Override
  public List<Relation<?>> relations() {
    return List.of(
        Relation.of("Municipality", "releases", RELEASE, "{t}.municipality = {p}").unfiltered());
  }

  @Override
  public void wire(SchemaWiring wiring) {
    wiring.node(TYPE, ReleaseNode.class, ReleaseFields::find);
    wiring.root("releases", RELEASE);
    wiring.field("Query", "release", (source, environment) -> asked(environment));
    // An event is asked for as a query; the engine only has to know the field.
    wiring.field("Subscription", "release", (source, environment) -> asked(environment));
    wiring.property(TYPE, "id", release -> NodeId.lasting(TYPE, (ReleaseNode) release));
    wiring.<ReleaseNode>field(TYPE, "revokes", ReleaseFields::revokes);
    wiring.<ReleaseNode>field(TYPE, "revokedBy", ReleaseFields::revokedBy);
  }

  private static @Nullable ReleaseNode find(NodeId id, Present present) {
    return numbered(present, present.place(id.municipality()), id.key());
  }

  private static @Nullable ReleaseNode asked(DataFetchingEnvironment environment) {
    BasisRecorder basis = Arguments.basis(environment);
    Present present = basis.present();
    Integer number = environment.getArgument("number");
    Pin pin = basis.pin(Arguments.asked(environment));
    return number == null
        ? node(present.release(pin.release()))
        : numbered(present, pin.place(), String.valueOf(number));
  }

  private static @Nullable ReleaseNode numbered(
      Present present, MunicipalityRef place, String number) {
    return node(
        present.releases(place).stream()
            .filter(release -> String.valueOf(release.number()).equals(number))
            .findFirst());
  }

  private static @Nullable Object revokes(
      ReleaseNode release, DataFetchingEnvironment environment) {
    Integer revoked = release.revokedRelease();
    return revoked == null ? null : node(Arguments.present(environment).release(revoked));
  }

  private static @Nullable Object revokedBy(
      ReleaseNode release, DataFetchingEnvironment environment) {
    BasisRecorder basis = Arguments.basis(environment);
    return node(basis.present().release(release.record()).flatMap(basis::revokedBy));
  }

  private static @Nullable ReleaseNode node(Optional<Release> release) {
    return release.map(ReleaseNode::of).orElse(null);
  }
}
