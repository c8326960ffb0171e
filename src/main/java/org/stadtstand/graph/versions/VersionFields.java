package org.stadtstand.graph.versions;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongBiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.arguments.Arguments;
import org.stadtstand.graph.changes.RecordChanges;
import org.stadtstand.graph.changes.TitledChange;
import org.stadtstand.graph.execution.Batch;
import org.stadtstand.graph.schema.GraphQlRoom;
import org.stadtstand.graph.schema.SchemaWiring;
import org.stadtstand.graph.steps.RecordAtRelease;
import org.stadtstand.record.cache.CacheRegion;
import org.stadtstand.record.cache.ResultCache;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.time.BasisRecorder;
import org.stadtstand.record.time.KnownAt;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Pinned;
import org.stadtstand.record.time.Ref;

/** The field {@code versions}, on every type that declares it. */
@Component
class VersionFields implements GraphQlRoom {

  private static final String VERSIONS = "versions";

  private final VersionReader reader;
  private final RecordChanges changes;
  private final ResultCache cache;

  VersionFields(VersionReader reader, RecordChanges changes, ResultCache cache) {
    this.reader = reader;
    this.changes = changes;
    this.cache = cache;
  }

  @Override
  public void wire(SchemaWiring wiring) {
    versioned(wiring).forEach(type -> wire(wiring, type));
  }

  private static Collection<ListedType<?>> versioned(SchemaWiring wiring) {
    return wiring.types().all().stream()
        .<ListedType<?>>map(type -> type)
        .filter(ListedType::hasVersions)
        .toList();
  }

  private void wire(SchemaWiring wiring, ListedType<?> type) {
    String name = type.typeName();
    wiring.value(name + "VersionConnection", VersionPage.class);
    wiring.<Pinned>field(name, VERSIONS, (record, environment) -> page(type, record, environment));
    wiring.check(
        name, VERSIONS, (arguments, present) -> VersionRequest.of(type.typeName(), arguments));
    String edge = VersionTypes.edge(type);
    wiring.property(edge, "cursor", row -> ((VersionPage.Edge) row).cursor());
    wiring.property(edge, "from", row -> wiring.released(version(row).from()));
    wiring.property(edge, "until", row -> wiring.released(version(row).until()));
    wiring.<VersionPage.Edge>field(
        edge, "node", (row, environment) -> wiring.read(type, row.version().node(), environment));
    wireChanges(wiring, edge);
  }

  private void wireChanges(SchemaWiring wiring, String edge) {
    wiring.<VersionPage.Edge>field(
        edge, "changes", (row, env) -> changed(row.version().begun(), env, all -> all));
    wiring.<VersionPage.Edge>field(
        edge, "kind", (row, env) -> changed(row.version().begun(), env, Version::kind));
    wiring.<VersionPage.Edge>field(
        edge,
        "kindLabel",
        (row, env) ->
            changed(
                row.version().begun(),
                env,
                all -> Version.kind(all).label(Arguments.language(env))));
    wiring.<VersionPage.Edge>field(
        edge, "ended", (row, env) -> changed(row.version().ended(), env, List::getFirst));
  }

  private static Version version(Object row) {
    return ((VersionPage.Edge) row).version();
  }

  private @Nullable Object changed(
      @Nullable RecordAtRelease spot,
      DataFetchingEnvironment environment,
      Function<List<TitledChange>, @Nullable Object> shown) {
    return spot == null
        ? null
        : changes.batch(Arguments.present(environment)).map(spot, environment, shown);
  }

  private @Nullable Object page(
      ListedType<?> type, Pinned record, DataFetchingEnvironment environment) {
    VersionRequest asked = VersionRequest.of(type.typeName(), environment.getArguments());
    BasisRecorder basis = Arguments.basis(environment);
    asked.checkedFor(record.pin(), basis);
    KnownAt at = environment.getArgument("at");
    Pin pin = at == null ? record.pin() : basis.asKnown(record.pin(), at);
    return batch(type, basis)
        .map(
            new Ref(record.record(), pin),
            environment,
            versions -> VersionPage.of(asked, versions));
  }

  private Batch<Ref, List<Version>> batch(ListedType<?> type, BasisRecorder basis) {
    RecordType table = Objects.requireNonNull(type.recordType());
    String name = VERSIONS + " of " + type.typeName();
    return Batch.cached(
        name,
        new CacheRegion<>(cache, name, 1),
        refs -> reader.versions(table, refs, basis.present()));
  }

  /** At most one begins with each release. */
  @Override
  public Map<String, ToLongBiFunction<Map<String, Object>, List<Pin>>> lengths() {
    return Map.of(
        VERSIONS,
        (arguments, pins) -> pins.stream().mapToLong(Pin::number).max().orElse(Long.MAX_VALUE));
  }

  @Override
  public void define(TypeDefinitionRegistry schema, SchemaWiring wiring) {
    schema.merge(new SchemaParser().parse(VersionTypes.definitions(versioned(wiring))));
  }
}
