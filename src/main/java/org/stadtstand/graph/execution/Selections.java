package org.stadtstand.graph.execution;

import graphql.execution.ExecutionContext;
import graphql.execution.FieldCollector;
import graphql.execution.FieldCollectorParameters;
import graphql.execution.MergedField;
import graphql.introspection.Introspection;
import graphql.scalars.ExtendedScalars;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.arguments.Arguments;
import org.stadtstand.graph.arguments.FieldArguments;
import org.stadtstand.record.listing.Slice;

/** What a question selects, by field and type, worked out once per request. */
final class Selections {

  private final ExecutionContext context;
  private final FieldCollector collector;
  private final TypeNames typeNames;
  private final KeptAnswers kept;
  private final PendingReads hand;
  private final Map<Key, Attempts> attempts = new HashMap<>();
  private final Map<Key, @Nullable Selection> known = new HashMap<>();

  Selections(
      ExecutionContext context, FieldCollector collector, TypeNames typeNames, KeptAnswers kept) {
    this.context = context;
    this.collector = collector;
    this.typeNames = typeNames;
    this.kept = kept;
    this.hand = PendingReads.of(context.getGraphQLContext());
  }

  /** The completed value, or {@link SynchronousFetcher#ABSENT} if it is left to the engine. */
  @Nullable Object answer(MergedField field, GraphQLType type, Object value) {
    Key key = new Key(field.getSingleField(), type);
    Attempts own = attempts.get(key);
    if (own == null) {
      own = new Attempts(completion(field, type, false));
      attempts.put(key, own);
    }
    return own.answer(value);
  }

  /**
   * The same, but reads what is missing: level by level, each batch once for all objects of its
   * level. Only for a field that is the whole question, because nothing else can share these reads.
   */
  @Nullable Object answerReading(MergedField field, GraphQLType type, Object value) {
    ValueCompletion completion = completion(field, type, false);
    if (completion == null) {
      return SynchronousFetcher.ABSENT;
    }
    Object answer = completion.complete(value);
    while (answer == SynchronousFetcher.ABSENT && hand.readMissing()) {
      answer = completion.complete(value);
    }
    return answer;
  }

  /**
   * Null if no value of the type can be answered directly.
   *
   * @param within whether the values are part of a record, which is cached with all its parts
   */
  private @Nullable ValueCompletion completion(
      MergedField field, GraphQLType type, boolean within) {
    return switch (type) {
      case GraphQLNonNull required -> {
        ValueCompletion inner = completion(field, required.getWrappedType(), within);
        yield inner == null ? null : ValueCompletion.required(inner);
      }
      case GraphQLList list -> {
        ValueCompletion element = completion(field, list.getWrappedType(), within);
        yield element == null ? null : ValueCompletion.list(element);
      }
      case GraphQLScalarType date when date.getCoercing() == ExtendedScalars.Date.getCoercing() ->
          ValueCompletion.remembered(
              ValueCompletion.scalar(date, context.getGraphQLContext(), context.getLocale()));
      case GraphQLScalarType scalar ->
          ValueCompletion.scalar(scalar, context.getGraphQLContext(), context.getLocale());
      case GraphQLEnumType choice ->
          ValueCompletion.choice(choice, context.getGraphQLContext(), context.getLocale());
      case GraphQLObjectType object -> {
        Selection selection = selection(field, object, within);
        yield selection == null ? null : value -> value == null ? null : selection.read(value);
      }
      case GraphQLInterfaceType anyType -> {
        Map<Object, Selection> byType = new HashMap<>();
        yield value -> value == null ? null : ofItsType(field, value, within, byType);
      }
      default -> null;
    };
  }

  private Object ofItsType(
      MergedField field, Object value, boolean within, Map<Object, Selection> byType) {
    Object known = value instanceof Slice.Unread<?> row ? row.typeName() : value.getClass();
    Selection selection = byType.get(known);
    if (selection == null) {
      GraphQLObjectType type = type(value);
      selection = type == null ? null : selection(field, type, within);
      if (selection == null) {
        return SynchronousFetcher.ABSENT;
      }
      byType.put(known, selection);
    }
    return selection.read(value);
  }

  private @Nullable GraphQLObjectType type(Object value) {
    GraphQLSchema schema = context.getGraphQLSchema();
    return value instanceof Slice.Unread<?> row
        ? schema.getObjectType(row.typeName())
        : typeNames.type(value, schema);
  }

  private @Nullable Selection selection(MergedField field, GraphQLObjectType type, boolean within) {
    Key key = new Key(field.getSingleField(), type);
    if (!known.containsKey(key)) {
      known.put(key, made(field, type, within));
    }
    return known.get(key);
  }

  private @Nullable Selection made(MergedField field, GraphQLObjectType type, boolean within) {
    boolean outermost = !within && kept.isRecord(type.getName());
    List<Selection.Part> parts = new ArrayList<>();
    for (MergedField selected : selected(field, type)) {
      Selection.Part part = part(selected, type, within || outermost);
      if (part == null) {
        return null;
      }
      parts.add(part);
    }
    return new Selection(
        parts, outermost ? kept.shelf(field.getSingleField(), type.getName(), context) : null);
  }

  private Iterable<MergedField> selected(MergedField field, GraphQLObjectType type) {
    FieldCollectorParameters parameters =
        FieldCollectorParameters.newParameters()
            .schema(context.getGraphQLSchema())
            .objectType(type)
            .fragments(context.getFragmentsByName())
            .variables(context.getCoercedVariables().toMap())
            .graphQLContext(context.getGraphQLContext())
            .build();
    return collector.collectFields(parameters, field).getSubFieldsList();
  }

  private Selection.@Nullable Part part(
      MergedField selected, GraphQLObjectType type, boolean within) {
    String name = selected.getResultKey();
    if (selected.getName().equals(Introspection.TypeNameMetaFieldDef.getName())) {
      return new Selection.Part(name, source -> type.getName(), value -> value);
    }
    GraphQLFieldDefinition definition = type.getFieldDefinition(selected.getName());
    if (definition == null || !selected.isSingleField()) {
      return null;
    }
    DataFetcher<?> fetcher =
        context.getGraphQLSchema().getCodeRegistry().getDataFetcher(type, definition);
    if (!(fetcher instanceof SynchronousFetcher direct)) {
      return null;
    }
    Function<Object, @Nullable Object> own = answer(direct, selected, type, definition);
    Function<Object, @Nullable Object> answer =
        own == null || direct.takesUnread()
            ? own
            : source -> own.apply(Slice.Unread.record(source));
    ValueCompletion completion =
        answer == null ? null : completion(selected, definition.getType(), within);
    return answer == null || completion == null
        ? null
        : new Selection.Part(name, answer, completion);
  }

  private @Nullable Function<Object, @Nullable Object> answer(
      SynchronousFetcher direct,
      MergedField selected,
      GraphQLObjectType type,
      GraphQLFieldDefinition definition) {
    Map<String, Object> arguments = arguments(selected, definition);
    if (!direct.isSelecting()) {
      return direct.direct(arguments, hand);
    }
    DataFetchingFieldSelectionSet below =
        SelectedBelow.of(selected.getSingleField(), type.getName(), context);
    return below == null ? null : direct.direct(arguments, hand, below);
  }

  private Map<String, Object> arguments(MergedField selected, GraphQLFieldDefinition definition) {
    return definition.getArguments().isEmpty()
        ? Map.of()
        : Arguments.inLanguage(
            FieldArguments.of(selected.getSingleField(), definition, context),
            context.getGraphQLContext());
  }

  /** A field in the document is the same for all sources that answer it. */
  private record Key(graphql.language.Field field, GraphQLType type) {}

  /**
   * Attempts direct answers until a few have failed: then little is in memory, and the engine would
   * repeat what was attempted.
   */
  private static final class Attempts {

    private static final int FAILURES = 3;

    private final @Nullable ValueCompletion completion;
    private int failures;

    Attempts(@Nullable ValueCompletion completion) {
      this.completion = completion;
    }

    @Nullable Object answer(Object value) {
      if (completion == null || failures >= FAILURES) {
        return SynchronousFetcher.ABSENT;
      }
      Object answer = completion.complete(value);
      if (answer == SynchronousFetcher.ABSENT) {
        failures++;
      }
      return answer;
    }
  }
}
