package org.stadtstand.city.evidence;

import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.execution.Arguments;
import org.stadtstand.graph.execution.Field;
import org.stadtstand.graph.schema.Wiring;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Ref;
import org.stadtstand.record.time.Release;
import org.stadtstand.record.time.Sourced;

/**
 * The fields that tell what a fact rests on, the same for every type; one batch serves them all.
 */
final class Citations {

  private final Wiring wiring;

  private Citations(Wiring wiring) {
    this.wiring = wiring;
  }

  static void wire(Wiring wiring) {
    Citations citations = new Citations(wiring);
    citations.everywhere("citation", citations::citation);
    citations.everywhere("sourceUrl", citations::sourceUrl);
    citations.everywhere("sources", citations::sources);
  }

  private void everywhere(String name, Field<Sourced> field) {
    wiring.everywhere(name, field);
  }

  private @Nullable Object citation(Sourced fact, DataFetchingEnvironment environment) {
    return ofSource(
        fact,
        environment,
        source ->
            new Citation(source, fact.pin(), standsFor(fact.pin(), environment))
                .in(Arguments.language(environment)));
  }

  private @Nullable Object sourceUrl(Sourced fact, DataFetchingEnvironment environment) {
    return ofSource(fact, environment, Source::url);
  }

  private @Nullable Object sources(Sourced fact, DataFetchingEnvironment environment) {
    return ofSource(fact, environment, List::of);
  }

  private @Nullable Object ofSource(
      Sourced fact,
      DataFetchingEnvironment environment,
      Function<Source, @Nullable Object> answer) {
    return fact instanceof Source own
        ? answer.apply(own)
        : wiring.read(Source.TYPE, new Ref(fact.sourceRecord(), fact.pin()), environment, answer);
  }

  private static LocalDate standsFor(Pin pin, DataFetchingEnvironment environment) {
    return Arguments.present(environment).releases(pin.place()).stream()
        .filter(release -> release.id() == pin.release())
        .findFirst()
        .map(Release::standsFor)
        .orElse(pin.day());
  }
}
