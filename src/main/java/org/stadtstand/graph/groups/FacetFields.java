package org.stadtstand.graph.groups;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.arguments.ArgumentCheck;
import org.stadtstand.graph.execution.Batch;
import org.stadtstand.graph.figures.FigureFields;
import org.stadtstand.graph.schema.Batches;
import org.stadtstand.graph.schema.Connection;
import org.stadtstand.graph.schema.GraphQlRoom;
import org.stadtstand.graph.schema.SchemaWiring;
import org.stadtstand.graph.words.FieldWords;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.RecordTypes;

/** The field that says by what a list can be narrowed, the same for all lists with groups. */
@Component
class FacetFields implements GraphQlRoom {

  private static final String SHARED =
      """
      "A column by which a list can be narrowed. Its values are counted without what the list's filter says of it."
      type Facet {
        "The column, as in `of`." field: String! @called(de: "Spalte", en: "column")
        "What the column is called." label("The language." lang: Language): String! @called(de: "Spalte in Worten", en: "column in words")
        "The most frequent values, and all that the filter names." values: [FacetValue!]! @called(de: "Werte", en: "values")
        "How many values there are." totalCount: Int! @called(de: "Anzahl der Werte", en: "number of values")
        "What is not listed." rest: GroupRest! @called(de: "nicht gezeigt", en: "not shown")
        "By how much the counts of all values exceed the rows, because a row can have several." overlap: Int! @called(de: "mehrfach gezählt", en: "counted more than once")
      }
      "A value of a facet."
      type FacetValue {
        "As the filter takes it: in `eq`, a period in `within`, what is related by `key`. Null if there is none (`isNull`), or no filter says just this." value: String @called(de: "Wert", en: "value")
        "In words, also where there is none." label("The language." lang: Language): String! @called(de: "Bezeichnung", en: "label")
        "Why there is none." absent: Absence @called(de: "warum nicht", en: "why not")
        "How many rows have it." count: Int! @called(de: "Anzahl", en: "count")
        "Whether the filter names it." chosen: Boolean! @called(de: "gewählt", en: "chosen")
      }
      """;

  private static final String FIELD =
      """
      extend type {type}Connection {
        "What the list can be narrowed by, whatever its page."
        facets("By which columns." of: [{type}GroupField!]!, "Values of each." first: Int! = 20): [Facet!]! @called(de: "Facetten", en: "facets")
      }
      """;

  private final Batches batches;
  private final GroupReader reader;
  private final RecordTypes types;

  FacetFields(Batches batches, GroupReader reader, RecordTypes types) {
    this.batches = batches;
    this.reader = reader;
    this.types = types;
  }

  @Override
  public void wire(SchemaWiring wiring) {
    wiring.value("Facet", Facet.class);
    wiring.value("FacetValue", Facet.FacetValue.class);
    wiring.<Facet>worded("Facet", "label", (facet, language) -> facet.words().in(language));
    wiring.<Facet.FacetValue>worded(
        "FacetValue", "label", (value, language) -> value.key().words().in(language));
  }

  @Override
  public void wireLists(SchemaWiring wiring) {
    FigureFields.figured(wiring)
        .forEach(
            type -> {
              GroupColumns columns = GroupColumns.of(type, wiring.types());
              String list = type.typeName() + "Connection";
              ArgumentCheck check =
                  (arguments, present) -> {
                    FacetQuestion.steps(columns, arguments);
                    FacetQuestion.size(arguments);
                  };
              wiring.check(list, "facets", check);
              wiring.<Connection<?, ?>>field(
                  list,
                  "facets",
                  (connection, environment) -> facets(connection, columns, environment));
            });
  }

  private @Nullable Object facets(
      Connection<?, ?> list, GroupColumns columns, DataFetchingEnvironment environment) {
    Map<String, Object> arguments = environment.getArguments();
    Reading reading =
        list.ofAll(
            environment.getField(),
            Reading.class,
            () -> reading(list, FacetQuestion.steps(columns, arguments)));
    int size = FacetQuestion.size(arguments);
    FieldWords words = new FieldWords(environment.getGraphQLSchema(), types);
    List<Text> called =
        reading.question().steps().stream()
            .map(step -> called(words, columns.typeName(), step.column().name()))
            .toList();
    return reading
        .batch()
        .map(list.key(), environment, found -> facets(reading.question(), called, found, size));
  }

  private static Text called(FieldWords words, String type, String column) {
    return words.of(type, column).map(FieldWords::heading).orElse(new Text(column, column));
  }

  private static List<Facet> facets(
      FacetQuestion question, List<Text> called, FacetedList found, int size) {
    return IntStream.range(0, found.facets().size())
        .mapToObj(
            i -> Facet.of(question.conditions().get(i), called.get(i), found.facets().get(i), size))
        .toList();
  }

  private Reading reading(Connection<?, ?> list, List<GroupStep> steps) {
    FacetQuestion question = FacetQuestion.of(steps, list.arguments().filter());
    return new Reading(
        question,
        batches.ofLists(
            List.of("facets", steps),
            list.list(),
            list.arguments(),
            keys -> reader.facets(list.list(), list.arguments(), question, keys)));
  }

  /** How the facets of all lists of a field are read. */
  record Reading(FacetQuestion question, Batch<Object, FacetedList> batch) {}

  @Override
  public void define(TypeDefinitionRegistry schema, SchemaWiring wiring) {
    StringBuilder types = new StringBuilder(SHARED);
    FigureFields.figured(wiring)
        .forEach(type -> types.append(new Template(FIELD).with("type", type.typeName()).sql()));
    schema.merge(new SchemaParser().parse(types.toString()));
  }
}
