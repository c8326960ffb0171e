package org.stadtstand.serve.table;

import graphql.introspection.Introspection;
import graphql.language.Argument;
import graphql.language.AstPrinter;
import graphql.language.EnumValue;
import graphql.language.Field;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.List;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.text.Language;
import org.stadtstand.record.listing.Page;

/**
 * An operation extended by what a file needs and the caller did not select: where each page ends,
 * values in words, and the next page of the followed list.
 */
final class TableQuery {

  /** The position of a page, under a key that no caller uses. */
  static final String PAGE = "pageInfo__";

  /** How many values of a facet are not listed, under a key that no caller uses. */
  static final String REST = "rest__";

  /** The variable with the cursor from which the followed list continues. */
  static final String AFTER = "after__";

  private static final String LABEL = "__label";

  private final GraphQLSchema schema;
  private final FileOptions options;
  private final List<String> followed;

  private TableQuery(GraphQLSchema schema, TablePlan plan, FileOptions options) {
    this.schema = schema;
    this.options = options;
    this.followed =
        options.all() ? plan.followed().orElseThrow().connectionPath() : List.<String>of();
  }

  static String of(
      OperationDefinition operation, GraphQLSchema schema, TablePlan plan, FileOptions options) {
    TableQuery rewriting = new TableQuery(schema, plan, options);
    SelectionSet selections =
        rewriting.rewritten(operation.getSelectionSet(), schema.getQueryType(), List.of());
    OperationDefinition rewritten =
        operation.transform(
            change -> {
              change.selectionSet(selections);
              if (options.all()) {
                change.variableDefinition(
                    VariableDefinition.newVariableDefinition()
                        .name(AFTER)
                        .type(TypeName.newTypeName("String").build())
                        .build());
              }
            });
    return AstPrinter.printAstCompact(rewritten);
  }

  /** Where the answer holds the value in words of the enum at this path. */
  static List<String> labelPath(List<String> path) {
    List<String> labels = new ArrayList<>(path);
    labels.set(labels.size() - 1, labels.getLast() + LABEL);
    return labels;
  }

  /** The key beside which a value in words was asked for; any other stays what it is. */
  static String unlabelled(String key) {
    return key.endsWith(LABEL) ? key.substring(0, key.length() - LABEL.length()) : key;
  }

  private SelectionSet rewritten(SelectionSet set, GraphQLCompositeType parent, List<String> path) {
    List<Selection<?>> selections = new ArrayList<>();
    for (Selection<?> selection : set.getSelections()) {
      if (selection instanceof InlineFragment inline) {
        GraphQLCompositeType type = SelectedField.typeOf(inline, parent, schema);
        selections.add(
            inline.transform(
                change -> change.selectionSet(rewritten(inline.getSelectionSet(), type, path))));
      } else if (selection instanceof Field field) {
        add(field, parent, path, set, selections);
      }
    }
    return new SelectionSet(selections);
  }

  private void add(
      Field field,
      GraphQLCompositeType parent,
      List<String> path,
      SelectionSet beside,
      List<Selection<?>> into) {
    GraphQLFieldDefinition definition = Introspection.getFieldDef(schema, parent, field.getName());
    List<String> own = ListField.with(path, field.getResultKey());
    if (!(GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLCompositeType type)) {
      into.add(field);
      if (beside.getSelectionsOfType(Field.class).stream()
          .noneMatch(other -> other.getName().equals(SelectedField.label(field.getName())))) {
        addLabel(field, definition, parent, into);
      }
      return;
    }
    SelectionSet inner = rewritten(field.getSelectionSet(), type, own);
    boolean page = SelectedField.isPage(type.getName()) && showsRows(inner);
    into.add(
        field.transform(
            change -> {
              change.selectionSet(page ? withPage(inner) : withRest(inner, type));
              if (own.equals(followed)) {
                change.arguments(following(field));
              }
            }));
  }

  private void addLabel(
      Field field,
      GraphQLFieldDefinition definition,
      GraphQLCompositeType parent,
      List<Selection<?>> into) {
    GraphQLFieldDefinition label = SelectedField.labelOf(parent, definition.getName());
    Language language =
        SelectedField.labelLanguage(
            definition.getName(),
            GraphQLTypeUtil.unwrapAllAs(definition.getType()),
            options.labels());
    if (language == null
        || label == null
        || GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(definition.getType()))) {
      return;
    }
    List<Argument> arguments = new ArrayList<>();
    field.getArguments().stream()
        .filter(argument -> label.getArgument(argument.getName()) != null)
        .forEach(arguments::add);
    if (options.labels() != null) {
      arguments.add(new Argument("lang", new EnumValue(language.name())));
    }
    into.add(
        Field.newField(label.getName())
            .alias(field.getResultKey() + LABEL)
            .arguments(arguments)
            .build());
  }

  /** A list that is only counted is whole, whatever its page. */
  private static boolean showsRows(SelectionSet selections) {
    return selections.getSelections().stream()
        .anyMatch(
            selection ->
                selection instanceof InlineFragment inline
                    ? showsRows(inline.getSelectionSet())
                    : selection instanceof Field field
                        && (field.getName().equals("nodes") || field.getName().equals("edges")));
  }

  private static SelectionSet withPage(SelectionSet selections) {
    return with(
        selections,
        "pageInfo",
        PAGE,
        new Field("hasNextPage"),
        new Field("hasPreviousPage"),
        new Field("endCursor"));
  }

  /** Of a facet, the values that its list leaves out. */
  private static SelectionSet withRest(SelectionSet selections, GraphQLCompositeType type) {
    return type.getName().equals(SelectedField.FACET)
        ? with(selections, "rest", REST, new Field("groups"))
        : selections;
  }

  private static SelectionSet with(
      SelectionSet selections, String field, String alias, Field... below) {
    List<Selection<?>> with = new ArrayList<>();
    selections.getSelections().forEach(with::add);
    with.add(
        Field.newField(field).alias(alias).selectionSet(new SelectionSet(List.of(below))).build());
    return new SelectionSet(with);
  }

  /** Reads from start to end, in pages of the caller's size or else of the largest allowed. */
  private static List<Argument> following(Field field) {
    List<Argument> arguments = new ArrayList<>();
    boolean sized = false;
    for (Argument argument : field.getArguments()) {
      switch (argument.getName()) {
        case "last", "before", "after" ->
            throw new ApiError(
                ErrorCode.BAD_ARGUMENT,
                "all=true reads a list from its start to its end, and the document says "
                    + argument.getName()
                    + ".",
                "Leave last, before and after out; first says how many are read at a time.");
        case "first" -> sized = true;
        default -> {
          // Filter and order stay as they are.
        }
      }
      arguments.add(argument);
    }
    if (!sized) {
      arguments.add(new Argument("first", IntValue.of(Page.MAXIMUM)));
    }
    arguments.add(new Argument("after", VariableReference.of(AFTER)));
    return arguments;
  }
}
