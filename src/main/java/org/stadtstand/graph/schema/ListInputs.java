package org.stadtstand.graph.schema;

import static org.stadtstand.graph.schema.Definitions.constant;
import static org.stadtstand.graph.schema.Definitions.described;
import static org.stadtstand.graph.schema.Definitions.input;
import static org.stadtstand.graph.schema.Definitions.list;
import static org.stadtstand.graph.schema.Definitions.required;
import static org.stadtstand.graph.schema.Definitions.type;

import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValue;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.Map;
import org.stadtstand.record.listing.FilterField;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.ListedTypes;
import org.stadtstand.record.listing.Relation;

/**
 * Generates the inputs of lists: for each listed type the filter, the order, and the condition on
 * related records, and for each filterable enum its operators.
 */
final class ListInputs {

  private static final String FILTER = "Filter";
  private static final String WHERE = "sWhere";
  private static final String ALL = "%s: all parts given must hold.";

  private final TypeDefinitionRegistry schema;
  private final ListedTypes types;
  private final Sentences sentences;

  private ListInputs(TypeDefinitionRegistry schema, ListedTypes types) {
    this.schema = schema;
    this.types = types;
    this.sentences = new Sentences(schema);
  }

  static void addTo(TypeDefinitionRegistry schema, SchemaWiring wiring) {
    ListInputs inputs = new ListInputs(schema, wiring.types());
    for (ListedType<?> listed : wiring.lists().types()) {
      inputs.addFilter(listed);
      inputs.addOrder(listed);
    }
    // Relations that are never a list with its own filter can still be filtered by "some of them".
    wiring.types().relations().stream()
        .filter(Relation::filters)
        .forEach(relation -> inputs.addFilter(relation.child()));
    schema.getTypes(InputObjectTypeDefinition.class).forEach(inputs::addChoices);
  }

  /** What a written input says about enums that are never null. */
  private void addChoices(InputObjectTypeDefinition input) {
    for (InputValueDefinition part : input.getInputValueDefinitions()) {
      String name = Definitions.name(part.getType());
      if (name.endsWith(FILTER) && !has(name)) {
        schema.add(choice(name, name.substring(0, name.length() - FILTER.length())).build());
      }
    }
  }

  private void addFilter(ListedType<?> listed) {
    if (!types.filters(listed).isEmpty() && !has(listed.typeName() + FILTER)) {
      schema.add(filter(listed));
    }
  }

  private void addOrder(ListedType<?> listed) {
    if (!types.filters(listed).isEmpty() && !has(listed.typeName() + "Order")) {
      schema.add(orderField(listed));
      schema.add(order(listed.typeName()));
    }
  }

  private boolean has(String name) {
    return schema.getTypeOrNull(name) != null;
  }

  private InputObjectTypeDefinition filter(ListedType<?> listed) {
    String node = listed.typeName();
    InputObjectTypeDefinition.Builder filter =
        inputType(
            node + FILTER, "Which %s records to list: all fields that are given must hold.", node);
    for (Map.Entry<String, FilterField> field : types.filters(listed).entrySet()) {
      String operators = field.getValue().input();
      filter.inputValueDefinition(
          input(field.getKey(), sentences.filter(node, field.getKey()), type(operators)));
      addOperators(operators);
    }
    return filter
        .inputValueDefinition(input("and", "All of these hold.", list(node + FILTER)))
        .inputValueDefinition(input("or", "At least one of these holds.", list(node + FILTER)))
        .inputValueDefinition(
            input(
                "not",
                "This does not hold, or is unknown because a value is missing.",
                type(node + FILTER)))
        .build();
  }

  private void addOperators(String name) {
    if (has(name)) {
      return;
    }
    if (name.endsWith(WHERE)) {
      schema.add(where(name, name.substring(0, name.length() - WHERE.length())));
      return;
    }
    String filtered = name.substring(0, name.length() - FILTER.length());
    ListedType<?> listed = types.find(filtered);
    if (listed == null) {
      schema.add(
          choice(name, filtered)
              .inputValueDefinition(input("isNull", "Whether it has no value.", type("Boolean")))
              .build());
    } else {
      addFilter(listed);
    }
  }

  private static InputObjectTypeDefinition where(String name, String node) {
    return inputType(name, ALL, "A condition on the related %s records".formatted(node))
        .inputValueDefinition(input("some", "At least one of them fits.", type(node + FILTER)))
        .inputValueDefinition(
            input(
                "none",
                "Not one of them fits; with {} there are none at all.",
                type(node + FILTER)))
        .inputValueDefinition(
            input("every", "Each of them fits, also where there are none.", type(node + FILTER)))
        .build();
  }

  private static InputObjectTypeDefinition.Builder choice(String name, String values) {
    return inputType(name, ALL, "A condition on a value of %s".formatted(values))
        .inputValueDefinition(input("eq", "It is this.", type(values)))
        .inputValueDefinition(input("in", "It is one of these.", list(values)));
  }

  private EnumTypeDefinition orderField(ListedType<?> listed) {
    EnumTypeDefinition.Builder fields =
        EnumTypeDefinition.newEnumTypeDefinition()
            .name(listed.typeName() + "OrderField")
            .description(
                described(
                    "What %s records can be sorted by; ties stay in the order of first publication."
                        .formatted(listed.typeName())));
    listed.orders().keySet().stream()
        .filter(name -> !name.contains("#"))
        .forEach(name -> fields.enumValueDefinition(constant(name, sentences.order(listed, name))));
    return fields.build();
  }

  private static InputObjectTypeDefinition order(String node) {
    return inputType(node + "Order", "One step of sorting %s records.", node)
        .inputValueDefinition(input("field", "By what.", required(node + "OrderField")))
        .inputValueDefinition(
            orElse(input("direction", "Which way.", required("OrderDirection")), "ASC"))
        .inputValueDefinition(
            orElse(
                input("nulls", "Where rows without a value go.", required("NullsOrder")), "LAST"))
        .build();
  }

  private static InputValueDefinition orElse(InputValueDefinition input, String value) {
    return input.transform(builder -> builder.defaultValue(new EnumValue(value)));
  }

  private static InputObjectTypeDefinition.Builder inputType(
      String name, String description, String subject) {
    return InputObjectTypeDefinition.newInputObjectDefinition()
        .name(name)
        .description(described(description.formatted(subject)));
  }
}
