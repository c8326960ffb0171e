package org.stadtstand.city.evidence;

import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stadtstand.city.municipality.MunicipalityNames;
import org.stadtstand.graph.arguments.Arguments;
import org.stadtstand.graph.execution.Field;
import org.stadtstand.graph.schema.SchemaWiring;
import org.stadtstand.record.declaration.DerivedFields;
import org.stadtstand.record.listing.Relation;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Pinned;
import org.stadtstand.record.time.PublishedFact;
import org.stadtstand.record.time.Ref;
import org.stadtstand.record.time.Release;

/**
 * The fields that say what a fact rests on, the same for every type; one batch serves them all. A
 * field that follows from other rows than its record's own has a citation of its own.
 */
final class Citations {

  private final SchemaWiring wiring;
  private final MunicipalityNames names;

  private Citations(SchemaWiring wiring, MunicipalityNames names) {
    this.wiring = wiring;
    this.names = names;
  }

  static void wire(SchemaWiring wiring, MunicipalityNames names) {
    Citations citations = new Citations(wiring, names);
    citations.everywhere("citation", citations::citation);
    citations.everywhere("sourceUrl", citations::sourceUrl);
    citations.everywhere("sources", citations::sources);
    wiring.types().derivedFields().forEach(citations::wire);
  }

  private void everywhere(String name, Field<PublishedFact> field) {
    wiring.everywhere(name, field);
  }

  private void wire(DerivedFields derived) {
    // Named by a field, because what is read is kept under the name.
    String name = derived.fields().getFirst() + "Citation";
    Relation<Source> sources =
        Relation.of(derived.typeName(), name, Source.TYPE, derived.sources());
    for (String field : derived.fields()) {
      wiring.<Pinned>field(
          derived.typeName(),
          field + "Citation",
          (fact, environment) -> cited(sources, fact, environment));
    }
  }

  private @Nullable Object cited(
      Relation<Source> relation, Pinned fact, DataFetchingEnvironment environment) {
    LocalDate on = environment.getArgument("on");
    Ref asked = on == null ? fact.ref() : new Ref(fact.record(), fact.pin().on(on));
    return wiring
        .related(relation, asked)
        .rows(
            environment,
            sources -> sources.isEmpty() ? null : text(sources, asked.pin(), environment));
  }

  private @Nullable Object citation(PublishedFact fact, DataFetchingEnvironment environment) {
    return ofSource(fact, environment, source -> text(List.of(source), fact.pin(), environment));
  }

  private String text(List<Source> sources, Pin pin, DataFetchingEnvironment environment) {
    return new SourceCitation(sources, pin, names.name(pin), standsFor(pin, environment))
        .in(Arguments.language(environment));
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
