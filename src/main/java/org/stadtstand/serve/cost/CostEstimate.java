package org.stadtstand.serve.cost;

import graphql.GraphQLException;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.arguments.FieldArguments;
import org.stadtstand.graph.schema.KnownLists;
import org.stadtstand.graph.schema.KnownLists.ListExtent;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.Page;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Present;
import org.stadtstand.serve.request.ParsedDocument;
import org.stadtstand.serve.request.Question;

/**
 * Estimates the most that an answer can cost, before anything of it is read: a list has as many
 * elements as its page, but no more than there are in the release that is asked for.
 */
final class CostEstimate {

  /** Assumed of a list of which nothing is known but the pages that are read of it. */
  static final long UNKNOWN_ROWS = Page.MAXIMUM;

  private static final long ROWS_OF_A_UNIT = 1000;
  private static final long SCANNED_OF_A_UNIT = 2000;
  private static final String CONNECTION = "Connection";

  private final FieldLookup fields;
  private final KnownLists lists;
  private final Map<String, FragmentDefinition> fragments;
  private final Present present;
  private long pages = 1;
  private int municipalities = 1;

  private CostEstimate(
      FieldLookup fields,
      KnownLists lists,
      Map<String, FragmentDefinition> fragments,
      Present present) {
    this.fields = fields;
    this.lists = lists;
    this.fragments = fragments;
    this.present = present;
  }

  /** The cost of the operation that is asked for. */
  static Cost of(
      GraphQLSchema schema,
      KnownLists lists,
      ParsedDocument document,
      Question question,
      Present present,
      FieldArguments arguments) {
    OperationDefinition operation = document.operation(question.operation()).orElse(null);
    if (operation == null) {
      return Cost.LEAST;
    }
    try {
      FieldLookup fields = new FieldLookup(schema, operation, question.variables(), arguments);
      return new CostEstimate(fields, lists, document.fragments(), present).of(operation);
    } catch (GraphQLException | IllegalArgumentException unfit) {
      // The engine says best what is wrong with a variable or a value.
      return Cost.LEAST;
    }
  }

  private Cost of(OperationDefinition operation) {
    Size size = size(operation.getSelectionSet(), new FieldParent(fields.query(), List.of(), 0));
    long tested = Size.plus(size.tested() / ROWS_OF_A_UNIT, size.scanned() / SCANNED_OF_A_UNIT);
    long work = Size.plus(tested, size.conditions());
    return new Cost(size.values(), size.rows(), work, pages, size.scanned(), municipalities);
  }

  private Size size(@Nullable SelectionSet selections, FieldParent place) {
    Size common = Size.NOTHING;
    Map<String, Size> byType = new HashMap<>();
    for (Selection<?> selection :
        selections == null ? List.<Selection<?>>of() : selections.getSelections()) {
      switch (selection) {
        case Field field -> common = common.plus(size(field, place));
        case InlineFragment inline ->
            fragment(inline.getTypeCondition(), inline.getSelectionSet(), place, byType);
        case FragmentSpread spread -> {
          FragmentDefinition fragment = fragments.get(spread.getName());
          if (fragment != null) {
            fragment(fragment.getTypeCondition(), fragment.getSelectionSet(), place, byType);
          }
        }
        default -> throw new IllegalStateException("Unknown selection " + selection);
      }
    }
    Size ofAll = byType.getOrDefault(place.name(), Size.NOTHING);
    byType.remove(place.name());
    // An object is of one type only.
    return common.plus(ofAll).plus(byType.values().stream().reduce(Size.NOTHING, Size::or));
  }

  private void fragment(
      @Nullable TypeName condition,
      SelectionSet selections,
      FieldParent place,
      Map<String, Size> byType) {
    GraphQLCompositeType type = condition == null ? place.type() : fields.type(condition.getName());
    if (!(type instanceof GraphQLObjectType) || type.getName().equals(place.name())) {
      byType.merge(place.name(), size(selections, place), Size::plus);
    } else if (!(place.type() instanceof GraphQLObjectType)) {
      byType.merge(
          type.getName(),
          size(selections, new FieldParent(type, place.pins(), place.page(), place.figures())),
          Size::plus);
    }
  }

  private Size size(Field field, FieldParent place) {
    GraphQLFieldDefinition definition = fields.definition(field, place.type());
    if (definition == null) {
      return Size.VALUE;
    }
    Map<String, Object> arguments = fields.arguments(field, definition);
    return scanned(field, arguments, place).plus(size(field, definition, arguments, place));
  }

  private Size scanned(Field field, Map<String, Object> arguments, FieldParent place) {
    return place.figures() == null
        ? Size.NOTHING
        : place.figures().of(lists, place.name(), field.getName(), arguments, place.pins());
  }

  private Size size(
      Field field,
      GraphQLFieldDefinition definition,
      Map<String, Object> arguments,
      FieldParent place) {
    if (!(GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLCompositeType type)) {
      return GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(definition.getType()))
          ? new Size(0, elements(field, arguments, place, place.pins()), 0, 0)
          : Size.VALUE;
    }
    List<Pin> pins = lists.pins(place.name(), field.getName(), arguments, place.pins(), present);
    if (place.figures() != null && type == place.type()) {
      return series(field, arguments, place, place.figures());
    }
    if (type.getName().endsWith(CONNECTION)) {
      return connection(field, arguments, place, new FieldParent(type, pins, 0));
    }
    FigureCost figures = FigureCost.isBelow(type.getName()) ? place.figures() : null;
    long page = FigureCost.isPage(type.getName()) ? page(arguments) : 0;
    Size inner = size(field.getSelectionSet(), new FieldParent(type, pins, page, figures));
    if (FigureCost.isPage(place.name()) && type.getName().endsWith("Group")) {
      return inner.onEachGroup(place.page());
    }
    return GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(definition.getType()))
        ? inner.onEachOf(elements(field, arguments, place, pins))
        : inner;
  }

  private Size connection(
      Field field, Map<String, Object> arguments, FieldParent parent, FieldParent list) {
    ListExtent span = lists.span(parent.name(), field.getName(), arguments, present);
    if (span != null) {
      return span(field, arguments, list.type(), span);
    }
    ListedType<?> listed = lists.listed(parent.name(), field.getName());
    boolean root = parent.type() == fields.query();
    // How many records hold words is not known.
    long length =
        listed == null && root
            ? KnownLists.UNKNOWN
            : lists.length(parent.name(), field.getName(), arguments, list.pins());
    long page = page(arguments);
    if (root && length != KnownLists.UNKNOWN && page > 0) {
      pages = Math.max(pages, Math.ceilDiv(length, page));
    }
    municipalities = Math.max(municipalities, list.pins().size());
    long rows = length == KnownLists.UNKNOWN ? UNKNOWN_ROWS : length;
    // The rows of all groups are found together, which is priced with their figures.
    Size found =
        parent.figures() == null
            ? found(listed, arguments.get("filter"), list, rows)
            : Size.NOTHING;
    FigureCost figures = listed == null ? null : new FigureCost(listed, rows, found);
    FieldParent shown = new FieldParent(list.type(), list.pins(), Math.min(page, length), figures);
    return size(field.getSelectionSet(), shown)
        .plus(Size.scanned(lists.searched(parent.name(), field.getName(), list.pins())))
        .plus(found);
  }

  private Size found(
      @Nullable ListedType<?> listed, @Nullable Object filter, FieldParent list, long rows) {
    return listed == null && filter == null
        ? Size.NOTHING
        : FilterCost.of(lists, listed, filter, list.pins(), rows);
  }

  /** The feed of changes, and a comparison. */
  private Size span(
      Field field, Map<String, Object> arguments, GraphQLCompositeType list, ListExtent span) {
    long cities = span.pins().stream().map(Pin::place).distinct().count();
    municipalities = Math.max(municipalities, (int) cities);
    long page = Math.min(page(arguments), span.length());
    return size(field.getSelectionSet(), new FieldParent(list, span.pins(), page))
        .plus(FilterCost.of(lists, null, arguments.get("filter"), span.pins(), span.tested()));
  }

  /** A list on many days is found anew for each. */
  private Size series(
      Field field, Map<String, Object> arguments, FieldParent list, FigureCost figures) {
    return size(field.getSelectionSet(), new FieldParent(list.type(), list.pins(), 0, figures))
        .plus(figures.found())
        .onEachOf(lists.length(list.name(), field.getName(), arguments, list.pins()));
  }

  private long elements(
      Field field, Map<String, Object> arguments, FieldParent place, List<Pin> pins) {
    // Of a connection, the lists are its nodes and its edges.
    return place.name().endsWith(CONNECTION) || FigureCost.isPage(place.name())
        ? FigureCost.elements(lists, place.name(), field.getName(), arguments, place.page())
        : Math.min(UNKNOWN_ROWS, lists.length(place.name(), field.getName(), arguments, pins));
  }

  // A size out of bounds is refused with its own error when the list is answered.
  private static long page(Map<String, Object> arguments) {
    Object size = arguments.get("first") == null ? arguments.get("last") : arguments.get("first");
    return size instanceof Integer number ? Math.clamp(number, 0, Page.MAXIMUM) : Page.DEFAULT;
  }
}
