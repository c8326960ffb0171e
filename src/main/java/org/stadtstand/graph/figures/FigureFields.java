package org.stadtstand.graph.figures;

import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.arguments.ArgumentCheck;
import org.stadtstand.graph.arguments.Arguments;
import org.stadtstand.graph.execution.DirectFetcher;
import org.stadtstand.graph.figures.FigureSource.ListFigures;
import org.stadtstand.graph.schema.Batches;
import org.stadtstand.graph.schema.Connection;
import org.stadtstand.graph.schema.GraphQlRoom;
import org.stadtstand.graph.schema.SchemaWiring;
import org.stadtstand.ground.text.Figures;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.listing.KeyFilter;
import org.stadtstand.record.listing.ListArguments;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.ListedTypes;

/** The fields with figures, the same for all lists that have them. */
@Component
public class FigureFields implements GraphQlRoom {

  private static final String CONNECTION = "Connection";

  private final Batches batches;
  private final FigureReader reader;

  FigureFields(Batches batches, FigureReader reader) {
    this.batches = batches;
    this.reader = reader;
  }

  @Override
  public void wire(SchemaWiring wiring) {
    for (FigureKind kind : FigureKind.values()) {
      for (Figure figure : kind.figures()) {
        if (figure.isDate(kind)) {
          wireDate(wiring, kind.typeName(), figure);
        } else {
          wiring.direct(kind.typeName(), figure.field(), ofColumn(figure));
        }
      }
    }
  }

  /** A date's latest day, and how exactly it is known in code and in words. */
  private static void wireDate(SchemaWiring wiring, String typeName, Figure figure) {
    DirectFetcher date = ofColumn(figure);
    String field = figure.field();
    wiring.direct(typeName, field, date.then((arguments, found) -> ((PartialDate) found).latest()));
    wiring.direct(
        typeName,
        field + "Precision",
        date.then((arguments, found) -> ((PartialDate) found).precision()));
    wiring.direct(
        typeName,
        field + "Label",
        date.then(
            (arguments, found) ->
                new Figures(Arguments.language(arguments)).inSentence((PartialDate) found)));
  }

  private static DirectFetcher ofColumn(Figure figure) {
    return figure(
        FigureSource.OfColumn.class, of -> of.rows().source(), arguments -> of -> of.asked(figure));
  }

  @Override
  public void wireLists(SchemaWiring wiring) {
    figured(wiring).forEach(type -> wire(wiring, type, type.typeName() + CONNECTION, this::source));
  }

  /** The types with figures; there are several lists of events of all types. */
  public static Collection<ListedType<?>> figured(SchemaWiring wiring) {
    Map<String, ListedType<?>> figured = new TreeMap<>();
    wiring.listed().stream()
        .filter(FigureColumn::isFigured)
        .forEach(type -> figured.putIfAbsent(type.typeName(), type));
    return figured.values();
  }

  private FigureSource source(Object list) {
    return ListFigures.of((Connection<?, ?>) list, batches, reader);
  }

  /** The fields of rows that can be counted. */
  public static void wire(
      SchemaWiring wiring,
      ListedType<?> type,
      String typeName,
      Function<Object, FigureSource> source) {
    wiring.direct(
        typeName,
        "count",
        figure(
            Object.class,
            source,
            arguments -> rows -> AskedFigure.count(filter(arguments, "filter"))));
    wiring.direct(
        typeName,
        "percent",
        figure(
            Object.class,
            source,
            arguments ->
                rows -> AskedFigure.percent(filter(arguments, "filter"), filter(arguments, "of"))));
    wireAggregates(wiring, type, typeName, source);
    wireChecks(wiring, type, typeName);
  }

  private static void wireChecks(SchemaWiring wiring, ListedType<?> type, String typeName) {
    ArgumentCheck.OfKeys check =
        (arguments, present) -> {
          Set<KeyFilter.Named> named =
              new LinkedHashSet<>(check(wiring.types(), type, filter(arguments, "filter")));
          named.addAll(check(wiring.types(), type, filter(arguments, "of")));
          return named;
        };
    List.of("count", "percent", "aggregates")
        .forEach(field -> wiring.check(typeName, field, check));
  }

  private static void wireAggregates(
      SchemaWiring wiring,
      ListedType<?> type,
      String typeName,
      Function<Object, FigureSource> source) {
    wiring.direct(
        typeName,
        "aggregates",
        DirectFetcher.of(
            (rows, environment) ->
                new FigureSource.Filtered(
                    source.apply(rows), filter(environment.getArguments(), "filter")),
            (arguments, hand) ->
                rows ->
                    new FigureSource.Filtered(source.apply(rows), filter(arguments, "filter"))));
    FigureColumn.of(type, wiring.types())
        .forEach(
            column ->
                wiring.property(
                    type.typeName() + "Aggregates",
                    column.name(),
                    rows -> ((FigureSource.Filtered) rows).of(column)));
  }

  public static Set<KeyFilter.Named> check(
      ListedTypes types, ListedType<?> type, Map<String, Object> filter) {
    return types.check(type.typeName(), type, ListArguments.largest(filter));
  }

  private static <S> DirectFetcher figure(
      Class<S> sources,
      Function<? super S, FigureSource> rows,
      Function<Map<String, Object>, Function<S, AskedFigure>> asked) {
    return DirectFetcher.<S>of(
        (source, environment) ->
            rows.apply(source)
                .ask(asked.apply(environment.getArguments()).apply(source), environment),
        (arguments, hand) -> {
          Function<S, AskedFigure> figure = asked.apply(arguments);
          return source -> {
            S own = sources.cast(source);
            return rows.apply(own).find(figure.apply(own), hand);
          };
        });
  }

  @SuppressWarnings("unchecked")
  public static Map<String, Object> filter(Map<String, Object> arguments, String name) {
    @Nullable Object given = arguments.get(name);
    return given == null ? Map.of() : (Map<String, Object>) given;
  }

  @Override
  public void define(TypeDefinitionRegistry schema, SchemaWiring wiring) {
    StringBuilder text = new StringBuilder();
    for (FigureKind kind : FigureKind.values()) {
      text.append(kind.definition());
    }
    figured(wiring).stream()
        .map(type -> new FigureTypes(type.typeName(), FigureColumn.of(type, wiring.types())))
        .forEach(types -> text.append(types.definitions()));
    schema.merge(new SchemaParser().parse(text.toString()));
  }
}
