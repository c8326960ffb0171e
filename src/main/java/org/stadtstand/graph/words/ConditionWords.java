package org.stadtstand.graph.words;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLTypeUtil;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Figures;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordTypes;

/**
 * What the arguments of a field pick out, in words: “Tage überfällig &gt; 0; von: geplantes Ende
 * angegeben”, “am 31.12.2024”. Filters with relations, variables and whatever else has no short
 * words are not said.
 */
final class ConditionWords {

  private static final Set<String> SAID =
      Set.of("filter", "of", "on", "knownAt", "at", "asOf", "lang");

  /** What of the rows a share is of, if not of all. */
  private static final String KNOWN = "KNOWN";

  private final FieldWords fields;
  private final RecordTypes types;
  private final Language language;

  private ConditionWords(FieldWords fields, RecordTypes types, Language language) {
    this.fields = fields;
    this.types = types;
    this.language = language;
  }

  /**
   * The condition of a field.
   *
   * @return null if it has one that cannot be said; an empty text if it has none
   */
  static @Nullable Text of(
      FieldWords fields,
      RecordTypes types,
      GraphQLFieldDefinition field,
      List<Argument> arguments) {
    try {
      return new Text(
          new ConditionWords(fields, types, Language.DE).said(field, arguments),
          new ConditionWords(fields, types, Language.EN).said(field, arguments));
    } catch (Unsaid unsaid) {
      return null;
    }
  }

  private String said(GraphQLFieldDefinition field, List<Argument> arguments) throws Unsaid {
    List<String> parts = new ArrayList<>();
    for (Argument argument : arguments) {
      if (SAID.contains(argument.getName())) {
        parts.add(argument(field, argument));
      }
    }
    return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
  }

  private String argument(GraphQLFieldDefinition field, Argument argument) throws Unsaid {
    Value<?> value = argument.getValue();
    String name = argument.getName();
    if (value instanceof ObjectValue filter) {
      GraphQLNamedType input = GraphQLTypeUtil.unwrapAllAs(field.getArgument(name).getType());
      String type = input.getName().replaceFirst("Filter$", "");
      return (name.equals("of") ? pick("von: ", "of: ") : "") + all(type, filter, ", ");
    }
    if (value instanceof EnumValue choice) {
      return choice(name, choice.getName());
    }
    String day = value(value);
    return name.equals("knownAt")
        ? pick("wie bekannt am ", "as known on ") + day
        : pick("am ", "on ") + day;
  }

  private String choice(String argument, String value) throws Unsaid {
    if (argument.equals("asOf")) {
      return value.equals("RECORD") ? pick("am Tag des Stands", "on the record's day") : "";
    }
    if (argument.equals("lang")) {
      return value.equals("EN") ? pick("englisch", "English") : pick("deutsch", "German");
    }
    if (value.equals(KNOWN)) {
      return pick("von: angegeben", "of: stated");
    }
    throw new Unsaid();
  }

  private String all(String type, ObjectValue filter, String between) throws Unsaid {
    List<String> parts = new ArrayList<>();
    for (ObjectField part : filter.getObjectFields()) {
      parts.add(condition(type, part.getName(), part.getValue()));
    }
    return String.join(between, parts);
  }

  private String condition(String type, String name, Value<?> value) throws Unsaid {
    if (name.equals("not") && value instanceof ObjectValue inner) {
      return pick("nicht ", "not ") + "(" + all(type, inner, ", ") + ")";
    }
    Text words = fields.of(type, name).orElseThrow(Unsaid::new);
    if (!(value instanceof ObjectValue operators) || operators.getObjectFields().isEmpty()) {
      throw new Unsaid();
    }
    List<String> parts = new ArrayList<>();
    for (ObjectField operator : operators.getObjectFields()) {
      parts.add(words.in(language) + operator(operator.getName(), operator.getValue()));
    }
    return String.join(", ", parts);
  }

  private String operator(String name, Value<?> value) throws Unsaid {
    return switch (name) {
      case "eq", "in", "within" -> ": " + value(value);
      case "lt" -> " < " + value(value);
      case "lte" -> " ≤ " + value(value);
      case "gt" -> " > " + value(value);
      case "gte" -> " ≥ " + value(value);
      case "contains" -> pick(" enthält ", " contains ") + language.quoted(value(value));
      case "startsWith" -> pick(" beginnt mit ", " begins with ") + language.quoted(value(value));
      case "isNull" ->
          value instanceof BooleanValue none && none.isValue()
              ? pick(" nicht angegeben", " not stated")
              : pick(" angegeben", " stated");
      default -> throw new Unsaid();
    };
  }

  private String value(Value<?> value) throws Unsaid {
    return switch (value) {
      case IntValue number -> figures().number(new BigDecimal(number.getValue()));
      case FloatValue number -> figures().number(number.getValue());
      case BooleanValue yes -> figures().yesOrNo(yes.isValue());
      case EnumValue choice -> label(choice.getName());
      case StringValue text -> date(Objects.requireNonNull(text.getValue()));
      case ArrayValue several -> {
        List<String> all = new ArrayList<>();
        for (Value<?> each : several.getValues()) {
          all.add(value(each));
        }
        yield String.join(pick(" oder ", " or "), all);
      }
      default -> throw new Unsaid();
    };
  }

  /** A choice is called the same wherever it is delivered. */
  private String label(String value) throws Unsaid {
    Set<String> labels =
        types.all().stream()
            .flatMap(type -> type.columns().stream())
            .filter(column -> column.kind() == Column.Kind.CHOICE)
            .filter(column -> column.allowed().contains(value))
            .map(column -> column.valueLabel(value, language))
            .collect(Collectors.toSet());
    if (labels.size() != 1) {
      throw new Unsaid();
    }
    return labels.iterator().next();
  }

  private String date(String text) {
    try {
      return figures().inTable(PartialDate.parse(text));
    } catch (DateTimeException noDate) {
      return text;
    }
  }

  private Figures figures() {
    return new Figures(language);
  }

  private String pick(String de, String en) {
    return language.pick(de, en);
  }

  /** Something of which there are no words. */
  private static final class Unsaid extends Exception {

    private static final long serialVersionUID = 1;

    private Unsaid() {
      super(null, null, false, false);
    }
  }
}
