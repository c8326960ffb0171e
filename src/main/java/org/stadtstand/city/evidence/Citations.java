package org.stadtstand.city.evidence;

import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.execution.Arguments;
import org.stadtstand.graph.execution.Field;
import org.stadtstand.graph.schema.SchemaWiring;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.PublishedFact;
import org.stadtstand.record.time.Ref;
import org.stadtstand.record.time.Release;

/** The fields that say what a fact rests on, the same for every type; one batch serves them all. */
final class Citations {

  private final SchemaWiring wiring;

  private Citations(SchemaWiring wiring) {
    this.wiring = wiring;
  }

  static void wire(SchemaWiring wiring) {
    Citations citations = new Citations(wiring);
    citations.everywhere("citation", citations::citation);
    citations.everywhere("sourceUrl", citations::sourceUrl);
    citations.everywhere("sources", citations::sources);
  }

  private void everywhere(String name, Field<PublishedFact> field) {
    wiring.everywhere(name, field);
  }

  private @Nullable Object citation(PublishedFact fact, DataFetchingEnvironment environment) {
    return ofSource(
        fact,
        environment,
        source ->
            new SourceCitation(source, fact.pin(), standsFor(fact.pin(), environment))
                .in(Arguments.language(environment)));
  }

  private @Nullable Object sourceUrl(PublishedFact fact, DataFetchingEnvironment environment) {
    return ofSource(fact, environment, Source::url);
  }

  private @Nullable Object sources(PublishedFact fact, DataFetchingEnvironment environment) {
    return ofSource(fact, environment, List::of);
  }

  private @Nullable Object ofSource(
      PublishedFact fact,
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
