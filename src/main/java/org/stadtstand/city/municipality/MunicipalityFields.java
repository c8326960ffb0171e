package org.stadtstand.city.municipality;

import graphql.schema.DataFetchingEnvironment;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.execution.Arguments;
import org.stadtstand.graph.schema.GraphQlRoom;
import org.stadtstand.graph.schema.Wiring;
import org.stadtstand.record.listing.Filters;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.OrderField;
import org.stadtstand.record.listing.Relation;
import org.stadtstand.record.time.Asked;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Present;
import org.stadtstand.record.time.Ref;

/** The fields of municipalities and their coverage; every type has a municipality. */
@Component
class MunicipalityFields implements GraphQlRoom {

  static final ListedType<Municipality> MUNICIPALITY =
      ListedType.of(MunicipalityRoom.MUNICIPALITY, Municipality.class, Municipality::read)
          .filter("ags", Filters.text("{t}.ags"))
          .filter("ars", Filters.text("{t}.ars"))
          .filter("name", Filters.sortedText("{t}.name_de", "{t}.name_de_sort"))
          .filter("state", Filters.text("{t}.state"))
          .filter("standing", Filters.choice("{t}.standing"))
          .order("NAME", OrderField.text("{t}.name_de_sort"));

  static final ListedType<Coverage> COVERAGE =
      ListedType.of(MunicipalityRoom.COVERAGE, Coverage.class, Coverage::read)
          .column("listed", listed());

  static final Relation<Coverage> COVERAGE_OF_MUNICIPALITY =
      Relation.of("Municipality", "coverage", COVERAGE, "{t}.municipality = {p}");

  private final Datasets datasets;

  MunicipalityFields(Datasets datasets) {
    this.datasets = datasets;
  }

  @Override
  public void wire(Wiring wiring) {
    wiring.type(MUNICIPALITY);
    wiring.type(COVERAGE);
    wiring.shortList(COVERAGE_OF_MUNICIPALITY);
    wiring.field(
        "Query",
        "municipalities",
        (source, environment) ->
            wiring.all(
                MUNICIPALITY,
                Arguments.present(environment).everyPin(Arguments.asked(environment)),
                Arguments.list(environment)));
    wiring.field(
        "Query",
        "municipality",
        (source, environment) -> {
          Asked asked = Arguments.asked(environment).of(environment.getArgument("key"));
          return own(wiring, Arguments.present(environment).pin(asked), environment);
        });
    wiring.everywhere(
        "municipality", (record, environment) -> own(wiring, record.pin(), environment));
    wireDataset(wiring);
  }

  private void wireDataset(Wiring wiring) {
    wiring.value("Dataset", Dataset.class);
    wiring.field(
        "Query",
        "dataset",
        (source, environment) -> {
          Present present = Arguments.present(environment);
          return datasets.of(present.pin(Arguments.asked(environment)), present);
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
  }

  private static @Nullable Object own(Wiring wiring, Pin pin, DataFetchingEnvironment environment) {
    return wiring.read(MUNICIPALITY, new Ref(pin.place().id(), pin), environment);
  }

  /**
   * Counts the rows of the covered type at the pin: what is listed can never be claimed wrongly.
   */
  private static String listed() {
    return Arrays.stream(CoveredType.values())
        .map(type -> type.name().toLowerCase(Locale.ROOT))
        .map(
            table ->
                """
                when '%s' then (
                  select cast(count(*) as int) from %s c
                  where c.municipality = {t}.municipality
                    and c.since <= pin.release and c.until > pin.release)\
                """
                    .formatted(table.toUpperCase(Locale.ROOT), table))
        .collect(Collectors.joining(" ", "case {t}.type ", " end"));
  }
}
