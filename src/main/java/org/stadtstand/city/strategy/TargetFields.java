package org.stadtstand.city.strategy;

import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.stadtstand.city.evidence.EvidenceFields;
import org.stadtstand.graph.schema.GraphQlRoom;
import org.stadtstand.graph.schema.Wiring;
import org.stadtstand.record.listing.Filters;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.OrderField;
import org.stadtstand.record.listing.Relation;
import org.stadtstand.record.time.Ref;

/** The fields of targets and of what befell them. */
@Component
@Order(4)
public class TargetFields implements GraphQlRoom {

  public static final ListedType<Target> TARGET =
      TargetStateColumns.addTo(ListedType.of(StrategyRoom.TARGET, Target.class, Target::read))
          .filter("focusArea", Filters.key("{t}.focus_area", StrategyRoom.FOCUS_AREA.number()))
          .filter("wording", Filters.sortedText("{t}.wording", "{t}.wording_sort"))
          .filter("kind", Filters.choice("{t}.kind"))
          .filter("unit", Filters.text("{t}.unit"))
          .filter("baselineValue", Filters.decimal("{t}.baseline_value"))
          .filter("targetValue", Filters.decimal("{t}.target_value"))
          .filter("direction", Filters.choice("{t}.direction"))
          .filter("dueOn", Filters.partialDate("{t}.due_on_from", "{t}.due_on_to"))
          .filter("population", Filters.text("{t}.population"))
          .filter("measures", Filters.text("{t}.measures"))
          .filter("outcome", Filters.choice("{outcome}.outcome"))
          .order("WORDING", OrderField.text("{t}.wording_sort"))
          .order("DUE_ON", OrderField.date("{t}.due_on_to"))
          .order("TARGET_VALUE", OrderField.decimal("{t}.target_value"));

  static final ListedType<Observation> OBSERVATION =
      ListedType.of(StrategyRoom.OBSERVATION, Observation.class, Observation::read)
          .filter("target", Filters.key("{t}.target", StrategyRoom.TARGET.number()))
          .filter("value", Filters.decimal("{t}.value"))
          .filter("qualifier", Filters.choice("{t}.qualifier"))
          .filter("unit", Filters.text("{t}.unit"))
          .filter("nature", Filters.choice("{t}.nature"))
          .filter("observedOn", Filters.partialDate("{t}.observed_on_from", "{t}.observed_on_to"))
          .filter("effectiveOn", Filters.partialDate("{t}.observed_on_from", "{t}.observed_on_to"))
          .filter("reportedOn", Filters.date("{t}.reported_on"))
          .filter("reporter", Filters.text("{t}.reporter"))
          .order(
              "EFFECTIVE_ON",
              OrderField.date("{t}.observed_on_to"),
              OrderField.integer("{t}.ordinal"))
          .order("REPORTED_ON", OrderField.date("{t}.reported_on"))
          .order("VALUE", OrderField.decimal("{t}.value"))
          .defaultOrder("EFFECTIVE_ON");

  static final ListedType<TargetRevision> TARGET_REVISION =
      ListedType.of(StrategyRoom.TARGET_REVISION, TargetRevision.class, TargetRevision::read)
          .filter("target", Filters.key("{t}.target", StrategyRoom.TARGET.number()))
          .filter("kind", Filters.choice("{t}.kind"))
          .filter(
              "effectiveOn", Filters.partialDate("{t}.effective_on_from", "{t}.effective_on_to"))
          .filter("oldValue", Filters.decimal("{t}.old_value"))
          .filter("newValue", Filters.decimal("{t}.new_value"))
          .filter("oldDueOn", Filters.partialDate("{t}.old_due_on_from", "{t}.old_due_on_to"))
          .filter("newDueOn", Filters.partialDate("{t}.new_due_on_from", "{t}.new_due_on_to"))
          .filter("supersededBy", Filters.key("{t}.superseded_by", StrategyRoom.TARGET.number()))
          .order(
              "EFFECTIVE_ON",
              OrderField.date("{t}.effective_on_to"),
              OrderField.integer("{t}.ordinal"))
          .defaultOrder("EFFECTIVE_ON");

  static final Relation<Observation> LATEST =
      Relation.of(
          "Target",
          "latest",
          OBSERVATION,
          """
          {t}.record = (select p.event from target_latest_period p
            where p.target = {p} and p.known @> pin.release and p.days @> pin.day)\
          """);

  TargetFields() {}

  @Override
  public void wire(Wiring wiring) {
    wiring.type(TARGET);
    wiring.value("Quantity", Quantity.class);
    wiring.root("targets", TARGET);
    wiring.lookup("target", TARGET);
    wiring.reference("Target", "focusArea", StrategyFields.FOCUS_AREA, Target::focusAreaRecord);
    wiring.reference("Target", "outcomeBasis", OBSERVATION, Target::outcomeBasisRecord);
    wiring.<Target>field("Target", "latest", (target, env) -> latest(wiring, target, env));
    wiring.<Target>field("Target", "gap", (target, env) -> target.gap());
    wiring.<Target>worded("Target", "sentence", Target::sentence);
    wiring.connection(Relation.of("Target", "observations", OBSERVATION, "{t}.target = {p}"));
    wiring.connection(Relation.of("Target", "revisions", TARGET_REVISION, "{t}.target = {p}"));
    wiring.connection(Relation.of("Target", "claims", EvidenceFields.CLAIM, "{t}.subject = {p}"));
    wiring.connection(
        Relation.of(
            "Target", "contradictingClaims", EvidenceFields.CLAIM, Contradiction.CLAIM_OF_TARGET));
    Relation<Observation> contradicting =
        Relation.of("Claim", "contradictedBy", OBSERVATION, Contradiction.OBSERVATION_OF_CLAIM);
    wiring.shortList(contradicting);
    EvidenceFields.CLAIM.filter(contradicting.field(), Filters.relation(contradicting));
    wiring.type(OBSERVATION);
    wiring.reference("Observation", "target", TARGET, Observation::targetRecord);
    wiring.type(TARGET_REVISION);
    wiring.reference("TargetRevision", "target", TARGET, TargetRevision::targetRecord);
    wiring.reference("TargetRevision", "supersededBy", TARGET, TargetRevision::supersededByRecord);
  }

  /** On the day of the question it is known by number, and may be in the cache. */
  private static @Nullable Object latest(
      Wiring wiring, Target target, DataFetchingEnvironment environment) {
    LocalDate on = environment.getArgument("on");
    if (on != null) {
      Ref then = new Ref(target.record(), target.pin().on(on));
      return wiring.related(LATEST, then).rows(environment, TargetFields::first);
    }
    Integer latest = target.latestRecord();
    return latest == null
        ? null
        : wiring.read(OBSERVATION, new Ref(latest, target.pin()), environment);
  }

  private static @Nullable Object first(List<Observation> rows) {
    return rows.isEmpty() ? null : rows.getFirst();
  }
}
