package org.stadtstand.graph.series;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.SelectedField;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongBiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.arguments.ArgumentCheck;
import org.stadtstand.graph.arguments.Arguments;
import org.stadtstand.graph.figures.AskedFigure;
import org.stadtstand.graph.figures.FigureFields;
import org.stadtstand.graph.figures.FigureReader;
import org.stadtstand.graph.figures.FigureSource.ListFigures;
import org.stadtstand.graph.figures.FoundLists;
import org.stadtstand.graph.schema.Batches;
import org.stadtstand.graph.schema.Connection;
import org.stadtstand.graph.schema.GraphQlRoom;
import org.stadtstand.graph.schema.SchemaWiring;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Present;
import org.stadtstand.record.time.Ref;

/** The field by which a list is shown on many days, and what each of these lists says of itself. */
@Component
class SeriesFields implements GraphQlRoom {

  private static final String SERIES = "series";

  /** What belongs to a page, of which a list on one of many days has none; and a series of it. */
  private static final Set<String> NOT_OF_A_DAY = Set.of("nodes", "edges", "pageInfo", SERIES);

  private final Batches batches;
  private final FigureReader reader;

  SeriesFields(Batches batches, FigureReader reader) {
    this.batches = batches;
    this.reader = reader;
  }

  @Override
  public void wire(SchemaWiring wiring) {
    // All that series have is wired with their lists.
  }

  @Override
  public void wireLists(SchemaWiring wiring) {
    FigureFields.figured(wiring).forEach(type -> wire(wiring, type));
  }

  private void wire(SchemaWiring wiring, ListedType<?> type) {
    String list = type.typeName() + "Connection";
    wiring.<Connection<?, ?>>field(list, SERIES, SeriesFields::series);
    wiring.check(list, SERIES, new Check());
    wiring.<Connection<?, ?>>field(list, "on", (own, environment) -> day(own));
    wiring.<Connection<?, ?>>field(
        list,
        "release",
        (own, environment) -> {
          List<Pin> pins = FoundLists.states(own.key());
          return pins.size() == 1 && pins.getFirst().release() > 0
              ? wiring.released(
                  Arguments.present(environment).release(pins.getFirst().release()).orElse(null))
              : null;
        });
    AskedFigure listed = AskedFigure.count(Map.of());
    wiring.<Connection<?, ?>>field(
        list, "listed", (own, environment) -> all(own).ask(listed, environment));
    AskedFigure begun = AskedFigure.count(SeriesTypes.of(type, wiring.types()).begun());
    wiring.<Connection<?, ?>>field(
        list, "begun", (own, environment) -> all(own).ask(begun, environment));
  }

  /** The figures of the list without its filter. */
  private ListFigures all(Connection<?, ?> list) {
    return ListFigures.of(list, list.arguments().filtered(Map.of()), batches, reader);
  }

  private static @Nullable LocalDate day(Connection<?, ?> list) {
    List<LocalDate> days = FoundLists.states(list.key()).stream().map(Pin::day).distinct().toList();
    return days.size() == 1 ? days.getFirst() : null;
  }

  private static List<? extends Connection<?, ?>> series(
      Connection<?, ?> list, DataFetchingEnvironment environment) {
    return SeriesDays.of(environment.getArguments())
        .states(FoundLists.states(list.key()), Arguments.basis(environment))
        .stream()
        .map(pins -> in(pins, list))
        .toList();
  }

  @SuppressWarnings("unchecked")
  private static <K> Connection<K, ?> in(List<Pin> pins, Connection<K, ?> list) {
    Object key =
        list.key() instanceof Ref parent ? new Ref(parent.record(), pins.getFirst()) : pins;
    return list.of((K) key);
  }

  /** Days that make no series, and what a list of a day has not. */
  private static final class Check implements ArgumentCheck.WithSelection {

    @Override
    public void check(Map<String, Object> arguments, Present present) {
      SeriesDays.of(arguments);
    }

    @Override
    public void check(Map<String, Object> arguments, DataFetchingFieldSelectionSet selection) {
      selection.getImmediateFields().stream()
          .map(SelectedField::getName)
          .filter(NOT_OF_A_DAY::contains)
          .findFirst()
          .ifPresent(
              name -> {
                throw new ApiError(
                    ErrorCode.BAD_ARGUMENT,
                    "A series has no " + name + " of each day.",
                    "Ask the list of that day, with on or knownAt.");
              });
    }
  }

  @Override
  public Map<String, ToLongBiFunction<Map<String, Object>, List<Pin>>> lengths() {
    return Map.of(SERIES, SeriesDays::most);
  }

  @Override
  public void define(TypeDefinitionRegistry schema, SchemaWiring wiring) {
    StringBuilder types = new StringBuilder(SeriesTypes.SHARED);
    FigureFields.figured(wiring)
        .forEach(type -> types.append(SeriesTypes.of(type, wiring.types()).definitions()));
    schema.merge(new SchemaParser().parse(types.toString()));
  }
}
