package org.stadtstand.graph.schema;

import static org.stadtstand.graph.schema.Definitions.input;
import static org.stadtstand.graph.schema.Definitions.list;
import static org.stadtstand.graph.schema.Definitions.required;
import static org.stadtstand.graph.schema.Definitions.type;

import graphql.language.FieldDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.stadtstand.ground.text.LabelledChoice;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.listing.ListedType;

/**
 * Generates what follows from a field: the arguments of a list and of a look-up, the label beside
 * an enum or a date that may not be a day, the precision beside such a date, and the citation
 * beside what rests on other rows than its own.
 */
final class GeneratedFields {

  private final TypeDefinitionRegistry schema;
  private final SchemaWiring wiring;
  private final Set<String> written = new HashSet<>();

  private GeneratedFields(TypeDefinitionRegistry schema, SchemaWiring wiring) {
    this.schema = schema;
    this.wiring = wiring;
    Definitions.eachField(schema, (type, field) -> written.add(type + "." + field.getName()));
  }

  static void addTo(TypeDefinitionRegistry schema, SchemaWiring wiring) {
    GeneratedFields fields = new GeneratedFields(schema, wiring);
    Definitions.replaceFields(schema, fields::completed);
  }

  private Stream<FieldDefinition> completed(String type, FieldDefinition field) {
    return Stream.of(
            Stream.of(with(field, arguments(type, field.getName()))),
            label(type, field),
            precision(type, field),
            citation(type, field))
        .flatMap(stream -> stream);
  }

  private static FieldDefinition with(FieldDefinition field, List<InputValueDefinition> more) {
    List<InputValueDefinition> all = new ArrayList<>(field.getInputValueDefinitions());
    more.stream()
        .filter(one -> all.stream().noneMatch(other -> other.getName().equals(one.getName())))
        .toList()
        .forEach(all::add);
    return all.size() == field.getInputValueDefinitions().size()
        ? field
        : field.transform(builder -> builder.inputValueDefinitions(all));
  }

  private List<InputValueDefinition> arguments(String typeName, String field) {
    List<InputValueDefinition> arguments = new ArrayList<>();
    if (wiring.lists().isLookup(typeName, field)) {
      arguments.add(
          input(
              "municipality",
              "Key, AGS or ARS; the server's default if left out.",
              type("String")));
      arguments.add(input("key", "The publisher's key for it.", required("String")));
      addState(arguments);
    }
    ListedType<?> listed = wiring.lists().find(typeName, field);
    if (listed != null) {
      if (wiring.lists().isRoot(typeName, field)) {
        arguments.add(
            input(
                "municipality",
                "Key, AGS or ARS, or ALL, which leaves demo cities out; the server's default if"
                    + " left out.",
                type("String")));
        if (listed.hasStates()) {
          addState(arguments);
        }
      }
      addList(arguments, listed);
    }
    return arguments;
  }

  private static void addState(List<InputValueDefinition> arguments) {
    arguments.add(
        input(
            "knownAt",
            "What was published by then, not later than now; now if left out. FUTURE_MOMENT for"
                + " the future.",
            type("Moment")));
    arguments.add(
        input(
            "on",
            "As it was on this day; today, or the day of `knownAt`, if left out.",
            type("Date")));
    arguments.add(
        input(
            "asOf",
            "RECORD: on the last day of the record, whatever today is. Not together with `on`.",
            type("AsOf")));
  }

  private void addList(List<InputValueDefinition> arguments, ListedType<?> listed) {
    String node = listed.typeName();
    if (!wiring.types().filters(listed).isEmpty()) {
      arguments.add(
          input(
              "filter",
              "Which to list; all if left out. BAD_FILTER names a wrong field.",
              type(node + "Filter")));
      arguments.add(
          input(
              "orderBy",
              "What to sort by, first entry first; %s if left out."
                  .formatted(listed.defaultOrder().getFirst().field()),
              list(node + "Order")));
    }
    addPage(arguments);
  }

  private static void addPage(List<InputValueDefinition> arguments) {
    arguments.add(
        input("first", "How many from the start, at most 200; 50 without `last`.", type("Int")));
    arguments.add(input("after", "Only what follows this cursor.", type("String")));
    arguments.add(
        input("last", "How many from the end, at most 200; not with `first`.", type("Int")));
    arguments.add(input("before", "Only what precedes this cursor.", type("String")));
  }

  private Stream<FieldDefinition> label(String type, FieldDefinition field) {
    String name = field.getName() + "Label";
    if (written.contains(type + "." + name)
        || !everywhere(type, one -> hasLabel(one, field.getName(), name))) {
      return Stream.empty();
    }
    return Stream.of(
        worded(field, name, "`%s` in words.".formatted(field.getName()), like(field, "String")));
  }

  /** A text about a field, of the same day, in the requested language. */
  private static FieldDefinition worded(
      FieldDefinition field, String name, String description, Type<?> type) {
    List<InputValueDefinition> arguments = new ArrayList<>();
    field.getInputValueDefinitions().stream()
        .filter(argument -> argument.getName().equals("on"))
        .forEach(arguments::add);
    arguments.add(input("lang", "The language.", type("Language")));
    return Definitions.field(name, description, type)
        .transform(builder -> builder.inputValueDefinitions(arguments));
  }

  private Stream<FieldDefinition> citation(String type, FieldDefinition field) {
    boolean derived =
        wiring.types().derivedFields().stream()
            .filter(fields -> fields.typeName().equals(type))
            .anyMatch(fields -> fields.fields().contains(field.getName()));
    return derived
        ? Stream.of(
            worded(
                field,
                field.getName() + "Citation",
                "What `%s` rests on, ready to be pasted; null if on nothing."
                    .formatted(field.getName()),
                type("String")))
        : Stream.empty();
  }

  private boolean hasLabel(String type, String field, String label) {
    return wiring.has(type, label)
        || returns(type, field, LabelledChoice.class)
        || returns(type, field, PartialDate.class);
  }

  private Stream<FieldDefinition> precision(String type, FieldDefinition field) {
    String name = field.getName() + "Precision";
    if (written.contains(type + "." + name)
        || !everywhere(type, one -> returns(one, field.getName(), PartialDate.class))) {
      return Stream.empty();
    }
    return Stream.of(
        Definitions.field(
            name,
            "How exactly `%s` is known.".formatted(field.getName()),
            like(field, "Precision")));
  }

  private static Type<?> like(FieldDefinition field, String type) {
    return field.getType() instanceof NonNullType ? required(type) : type(type);
  }

  /** Whether the type has the property; for an interface, whether all its implementations do. */
  private boolean everywhere(String name, Predicate<String> holds) {
    InterfaceTypeDefinition shared = schema.getTypeOrNull(name, InterfaceTypeDefinition.class);
    if (shared == null) {
      return holds.test(name);
    }
    List<String> types =
        schema.getTypes(ObjectTypeDefinition.class).stream()
            .filter(
                type ->
                    type.getImplements().stream()
                        .anyMatch(one -> Definitions.name(one).equals(name)))
            .map(ObjectTypeDefinition::getName)
            .toList();
    return !types.isEmpty() && types.stream().allMatch(holds);
  }

  private boolean returns(String type, String field, Class<?> kind) {
    Class<?> javaType = wiring.classes().get(type);
    if (javaType == null) {
      return false;
    }
    return Stream.of(javaType.getDeclaredMethods())
        .filter(method -> method.getName().equals(field) && method.getParameterCount() == 0)
        .anyMatch(method -> kind.isAssignableFrom(method.getReturnType()));
  }
}
