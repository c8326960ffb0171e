package org.stadtstand.serve.table;

import graphql.introspection.Introspection;
import graphql.language.Argument;
import graphql.language.Field;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.words.FieldWords;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.Text;

/**
 * A field of the answer under its key, whichever fragments and types selected it. It is derived
 * from the document and the schema, so that an empty answer has the same columns.
 */
public final class SelectedField {

  /** The type of a way to narrow a list. */
  static final String FACET = "Facet";

  private static final String CONNECTION = "Connection";

  private final String key;
  private final String field;
  private final String parentType;
  private final GraphQLNamedType type;
  private final boolean list;
  private final boolean labelled;
  private final @Nullable GraphQLFieldDefinition definition;
  private final List<Argument> arguments;
  private final Map<String, SelectedField> children = new LinkedHashMap<>();

  private SelectedField(
      Field asked, GraphQLFieldDefinition definition, GraphQLCompositeType parent) {
    this.key = asked.getResultKey();
    this.definition = definition;
    this.arguments = asked.getArguments();
    this.field = definition.getName();
    this.parentType = parent.getName();
    this.type = GraphQLTypeUtil.unwrapAllAs(definition.getType());
    this.list = GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(definition.getType()));
    this.labelled = !list && labelOf(parent, field) != null;
  }

  private SelectedField(GraphQLCompositeType root) {
    this.key = "";
    this.field = "";
    this.parentType = "";
    this.type = root;
    this.definition = null;
    this.arguments = List.of();
    this.list = false;
    this.labelled = false;
  }

  /** A copy with these children only. */
  private SelectedField(SelectedField of, List<SelectedField> children) {
    this.key = of.key;
    this.field = of.field;
    this.parentType = of.parentType;
    this.type = of.type;
    this.list = of.list;
    this.labelled = of.labelled;
    this.definition = of.definition;
    this.arguments = of.arguments;
    children.forEach(child -> this.children.put(child.key, child));
  }

  SelectedField with(List<SelectedField> children) {
    return new SelectedField(this, children);
  }

  /** The selection of an inlined operation, as one object. */
  static SelectedField of(SelectionSet selections, GraphQLSchema schema) {
    SelectedField root = new SelectedField(schema.getQueryType());
    root.add(selections, schema.getQueryType(), schema);
    return root;
  }

  /** The field beside an enum that gives its value in words; null if there is none. */
  static @Nullable GraphQLFieldDefinition labelOf(GraphQLCompositeType parent, String field) {
    return parent instanceof graphql.schema.GraphQLFieldsContainer fields
        ? fields.getFieldDefinition(label(field))
        : null;
  }

  static GraphQLCompositeType typeOf(
      InlineFragment inline, GraphQLCompositeType parent, GraphQLSchema schema) {
    return inline.getTypeCondition() != null
            && schema.getType(inline.getTypeCondition().getName()) instanceof GraphQLCompositeType t
        ? t
        : parent;
  }

  private void add(SelectionSet selections, GraphQLCompositeType parent, GraphQLSchema schema) {
    for (Selection<?> selection : selections.getSelections()) {
      if (selection instanceof InlineFragment inline) {
        add(inline.getSelectionSet(), typeOf(inline, parent, schema), schema);
      } else if (selection instanceof Field each) {
        GraphQLFieldDefinition definition =
            Introspection.getFieldDef(schema, parent, each.getName());
        SelectedField child =
            children.computeIfAbsent(
                each.getResultKey(), name -> new SelectedField(each, definition, parent));
        if (GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLCompositeType inner) {
          child.add(each.getSelectionSet(), inner, schema);
        }
      }
    }
  }

  public String key() {
    return key;
  }

  public String field() {
    return field;
  }

  /** What its arguments pick out; null if there are no words for it, empty if nothing. */
  @Nullable Text condition(FieldWords words) {
    return definition == null ? new Text("", "") : words.condition(definition, arguments);
  }

  public String parentType() {
    return parentType;
  }

  public Collection<SelectedField> children() {
    return children.values();
  }

  Optional<SelectedField> child(String key) {
    return Optional.ofNullable(children.get(key));
  }

  CellKind cell() {
    return list ? CellKind.TEXT : CellKind.of(type);
  }

  /** Whether it is a plain value without fields. */
  public boolean isLeaf() {
    return !(type instanceof GraphQLCompositeType);
  }

  /** Whether it is a list of objects, which become rows. */
  public boolean isList() {
    return list && !isLeaf();
  }

  /**
   * Whether its value names the state that was read, and so is another one at each: an id, a
   * cursor, or what describes the state.
   */
  public boolean namesItsState() {
    return type.getName().equals("ID")
        || type.getName().equals("Dataset")
        || isPageInfo()
        || (field.equals("cursor") && parentType.endsWith("Edge"));
  }

  /** Whether a field of the schema is among those asked for, under whatever key. */
  boolean selects(String name) {
    return children.values().stream().anyMatch(child -> child.field.equals(name));
  }

  /** The name of the field, or the heading of the column, that has a value in words. */
  static String label(String field) {
    return field + "Label";
  }

  /**
   * The language in which its value stands in words beside it; null if it does not. A date always
   * has its words, because a day alone would say more than is known; the name of a unit is German.
   */
  @Nullable Language labelledIn(@Nullable Language asked) {
    return labelled ? labelLanguage(field, type, asked) : null;
  }

  static @Nullable Language labelLanguage(
      String field, GraphQLNamedType type, @Nullable Language asked) {
    if (field.equals("unit") && asked == Language.DE) {
      return null;
    }
    return asked == null && CellKind.of(type) == CellKind.DATE ? Language.DE : asked;
  }

  boolean isConnection() {
    return isPage(type.getName());
  }

  /** Whether objects of the type are pages of a list, or of the groups of one. */
  static boolean isPage(String typeName) {
    return typeName.endsWith(CONNECTION) || typeName.endsWith("Groups");
  }

  /** Whether it lists the rows of a page, which can be continued. */
  boolean isOfPage() {
    return field.equals("nodes") || field.equals("edges");
  }

  /** Whether it shows what may be a part of a list. */
  boolean isOfPart() {
    return isOfPage() || isList() && parentType.equals(FACET);
  }

  /** Whether it lists groups, or values of facets, which are rows wherever they stand. */
  boolean isOfGroups() {
    return isList() && (parentType.endsWith("Groups") || parentType.equals(FACET));
  }

  /** Whether it is a page's position, which is no value of a row. */
  boolean isPageInfo() {
    return field.equals("pageInfo") && isPage(parentType);
  }

  /** Whether it only leads to rows, keys or figures, and so is no part of a column's name. */
  public boolean isPlumbing() {
    return key.equals(field)
        && switch (key) {
          case "nodes", "edges" -> isPage(parentType);
          case "node" -> parentType.endsWith("Edge");
          case "aggregates", "keys" -> isPage(parentType) || parentType.endsWith("Group");
          default -> false;
        };
  }

  /** How many values a row has below it, counting a list once. */
  int leaves() {
    return isLeaf()
        ? 1
        : children.values().stream()
            .filter(child -> !child.isPageInfo())
            .mapToInt(SelectedField::leaves)
            .sum();
  }
}
