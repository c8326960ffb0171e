package org.stadtstand.city.strategy;

import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.arguments.Arguments;
import org.stadtstand.graph.execution.DirectFetcher;
import org.stadtstand.graph.schema.GraphQlRoom;
import org.stadtstand.graph.schema.SchemaWiring;
import org.stadtstand.ground.text.Language;
import org.stadtstand.record.listing.Relation;
import org.stadtstand.record.time.Ref;
import org.stadtstand.record.time.WithheldValues;

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
    wiring.direct("Target", "sentence", sentence());
  }

  /** What is withheld by law is no part of a target, but of what the answer rests on. */
  private static DirectFetcher sentence() {
    return DirectFetcher.<Target>of(
        (target, environment) ->
            sentence(
                target, Arguments.language(environment), Arguments.present(environment).withheld()),
        (arguments, hand) -> {
          Language language = Arguments.language(arguments);
          WithheldValues withheld = hand.basis().present().withheld();
          return target -> sentence((Target) target, language, withheld);
        });
  }

  private static String sentence(Target target, Language language, WithheldValues withheld) {
    Integer latest = target.latestRecord();
    List<String> ofLatest = latest == null ? List.of() : withheld.fields(latest, target.pin());
    return target.sentence(language, TargetSentence.Withheld.of(withheld.fields(target), ofLatest));
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
