package org.stadtstand.city.municipality;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.arguments.Arguments;
import org.stadtstand.graph.schema.GraphQlRoom;
import org.stadtstand.graph.schema.SchemaWiring;
import org.stadtstand.record.time.BasisRecorder;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Ref;
import org.stadtstand.record.time.StateRequest;

/** The fields of municipalities and their coverage, and the municipality field of every type. */
@Component
class MunicipalityFields implements GraphQlRoom {

  private final Datasets datasets;

  MunicipalityFields(Datasets datasets) {
    this.datasets = datasets;
  }

  @Override
  public void wire(SchemaWiring wiring) {
    wiring.listed("Query", "municipalities", Municipality.TYPE);
    wiring.field(
        "Query",
        "municipalities",
        (source, environment) ->
            wiring.all(
                Municipality.TYPE,
                Arguments.basis(environment).everyPin(Arguments.asked(environment)),
                Arguments.list(environment)
                    .in(String.valueOf(Arguments.asked(environment).of("every")))));
    wiring.field(
        "Query",
        "municipality",
        (source, environment) -> {
          StateRequest asked = Arguments.asked(environment).of(environment.getArgument("key"));
          return own(wiring, Arguments.basis(environment).pin(asked), environment);
        });
    wiring.everywhere(
        "municipality", (record, environment) -> own(wiring, record.pin(), environment));
    wireDataset(wiring);
  }

  private void wireDataset(SchemaWiring wiring) {
    wiring.value("Dataset", Dataset.class);
    wiring.field(
        "Query",
        "dataset",
        (source, environment) -> {
          BasisRecorder basis = Arguments.basis(environment);
          return datasets.of(basis.pin(Arguments.asked(environment)), basis.present());
        });
    wiring.<Dataset>field(
        "Dataset",
        "warnings",
        (dataset, environment) -> dataset.warnings(Arguments.language(environment)));
    wiring.<Dataset>field(
        "Dataset", "release", (dataset, environment) -> wiring.released(dataset.release()));
    wiring.<Dataset>field(
        "Dataset",
        "municipality",
        (dataset, environment) -> own(wiring, dataset.pin(), environment));
    wiring.<Dataset>field(
        "Dataset", "coverage", (dataset, environment) -> coverage(wiring, dataset, environment));
  }

  /** As records in the dataset's own state, which its other fields do not name. */
  private static @Nullable Object coverage(
      SchemaWiring wiring, Dataset dataset, DataFetchingEnvironment environment) {
    Pin pin = dataset.pin();
    return pin.release() == 0
        ? List.of()
        : wiring
            .related(MunicipalityRoom.COVERAGE_OF_MUNICIPALITY, new Ref(pin.place().id(), pin))
            .rows(environment, rows -> rows);
  }

  private static @Nullable Object own(
      SchemaWiring wiring, Pin pin, DataFetchingEnvironment environment) {
    return wiring.read(Municipality.TYPE, new Ref(pin.place().id(), pin), environment);
  }
}
