package org.stadtstand.city.strategy;

import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.schema.GraphQlRoom;
import org.stadtstand.graph.schema.SchemaWiring;
import org.stadtstand.record.listing.Relation;
import org.stadtstand.record.time.Ref;

/** The fields of targets that do not follow from their columns. */
@Component
class TargetFields implements GraphQlRoom {

  private static final Relation<Observation> LATEST =
      Relation.of(
          "Target",
          "latest",
          Observation.TYPE,
          """
          {t}.record = (select p.event from target_latest_period p
            where p.target = {p} and p.known @> pin.release and p.days @> pin.day)\
          """);

  @Override
  public void wire(SchemaWiring wiring) {
    wiring.value("Quantity", Quantity.class);
    wiring.root("targets", Target.TYPE);
    wiring.root("observations", Observation.TYPE);
    wiring.lookup("target", Target.TYPE);
    wiring.reference("Target", "outcomeBasis", Observation.TYPE, Target::outcomeBasisRecord);
    wiring.<Target>field("Target", "latest", (target, env) -> latest(wiring, target, env));
    wiring.<Target>field("Target", "gap", (target, env) -> target.gap());
    wiring.<Target>worded("Target", "title", Target::title);
    wiring.<Target>worded("Target", "sentence", Target::sentence);
  }

  /** For the day of the question the observation is known by its number and may be cached. */
  private static @Nullable Object latest(
      SchemaWiring wiring, Target target, DataFetchingEnvironment environment) {
    LocalDate on = environment.getArgument("on");
    if (on != null) {
      Ref then = new Ref(target.record(), target.pin().on(on));
      return wiring.related(LATEST, then).rows(environment, TargetFields::first);
    }
    Integer latest = target.latestRecord();
    return latest == null
        ? null
        : wiring.read(Observation.TYPE, new Ref(latest, target.pin()), environment);
  }

  private static @Nullable Object first(List<Observation> rows) {
    return rows.isEmpty() ? null : rows.getFirst();
  }
}
