package org.stadtstand.graph.words;

import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.StringValue;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLImplementingType;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordTypes;

/**
 * What the fields of the schema are called in the head of a table or a chart. Those of a delivered
 * column are the column's own; all others are declared beside the field, with {@code @called}, once
 * for all types that share an interface. Fields that the schema generates beside another one take
 * its words.
 */
@Component
public class FieldWords {

  /** The directive of the schema files that holds the words of a field. */
  public static final String CALLED = "called";

  private static final String LABEL = "Label";

  private final GraphQLSchema schema;
  private final RecordTypes types;

  @Autowired
  FieldWords(GraphQlSource source, RecordTypes types) {
    this(source.schema(), types);
  }

  /** For what is a part of the schema itself, and so is made before it. */
  public FieldWords(GraphQLSchema schema, RecordTypes types) {
    this.schema = schema;
    this.types = types;
  }

  /** The same as a schema file writes it, for fields that are generated. */
  public static Directive called(String de, String en) {
    return Directive.newDirective()
        .name(CALLED)
        .argument(new Argument("de", new StringValue(de)))
        .argument(new Argument("en", new StringValue(en)))
        .build();
  }

  /** What a field is called, in lower case where the language allows it; empty if nobody says. */
  public Optional<Text> of(String type, String field) {
    return own(type, field)
        .or(() -> column(type, field))
        .or(() -> ofRows(type, "Keys", field))
        .or(() -> ofRows(type, "Aggregates", field))
        .or(() -> beside(type, field, LABEL, "%s", "%s"))
        .or(() -> beside(type, field, "Absent", "%s: warum nicht", "%s: why not"))
        .or(() -> beside(type, field, "Precision", "%s: wie genau", "%s: how exactly"))
        .or(() -> beside(type, field, "Citation", "%s: Beleg", "%s: evidence"));
  }

  /** What a column of a delivery is called; empty if the table has none of this name. */
  public Optional<Text> ofColumn(String table, String column) {
    return types.find(table).flatMap(type -> type.column(column)).map(FieldWords::label);
  }

  /**
   * What the arguments of a field pick out, in words.
   *
   * @return null if they pick out something that cannot be said in short; an empty text if nothing
   */
  public @Nullable Text condition(GraphQLFieldDefinition field, List<Argument> arguments) {
    return ConditionWords.of(this, types, field, arguments);
  }

  /** Words as a heading begins with them. */
  public static Text heading(Text words) {
    return new Text(capital(words.de()), capital(words.in(Language.EN)));
  }

  private static String capital(String words) {
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** Whether a field only says in words what another field of its type has as a constant. */
  public static boolean isLabel(String field) {
    return field.endsWith(LABEL);
  }

  private Optional<Text> own(String type, String field) {
    if (!(schema.getType(type) instanceof GraphQLFieldsContainer fields)) {
      return Optional.empty();
    }
    Stream<GraphQLNamedOutputType> shared =
        fields instanceof GraphQLImplementingType implementing
            ? implementing.getInterfaces().stream()
            : Stream.empty();
    return Stream.concat(Stream.of(fields), shared)
        .map(GraphQLFieldsContainer.class::cast)
        .map(each -> each.getFieldDefinition(field))
        .filter(Objects::nonNull)
        .map(FieldWords::declared)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Text> declared(GraphQLFieldDefinition field) {
    return Optional.ofNullable(field.getAppliedDirective(CALLED))
        .map(called -> new Text(argument(called, "de"), argument(called, "en")));
  }

  private static String argument(GraphQLAppliedDirective directive, String name) {
    return Objects.requireNonNull(directive.getArgument(name).<String>getValue());
  }

  private Optional<Text> column(String type, String field) {
    return types.all().stream()
        .filter(each -> each.typeName().equals(type))
        .flatMap(each -> each.columns().stream())
        .filter(column -> column.field().equals(field) || column.field().equals(field + "De"))
        .map(FieldWords::label)
        .findFirst();
  }

  private static Text label(Column column) {
    return new Text(column.label(Language.DE), column.label(Language.EN));
  }

  /** Keys and figures of rows are called as the field of the row is. */
  private Optional<Text> ofRows(String type, String suffix, String field) {
    return type.endsWith(suffix)
        ? of(type.substring(0, type.length() - suffix.length()), field)
        : Optional.empty();
  }

  private Optional<Text> beside(String type, String field, String suffix, String de, String en) {
    if (!field.endsWith(suffix) || field.equals(suffix)) {
      return Optional.empty();
    }
    return of(type, field.substring(0, field.length() - suffix.length()))
        .map(words -> new Text(de.formatted(words.de()), en.formatted(words.in(Language.EN))));
  }
}
