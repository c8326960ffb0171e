package org.stadtstand.graph.schema;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.time.DateTimeException;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A scalar that is written as a text, and read from nothing else.
 *
 * @param name what a refusal calls it, so that the caller can be told what it takes
 * @param parse throws a DateTimeException for any other text
 * @param expected what a refusal says was expected
 */
record TextScalar<T>(
    String name, Function<String, T> parse, Function<Object, String> write, String expected)
    implements Coercing<T, String> {

  static <T> GraphQLScalarType of(
      String name, Function<String, T> parse, Function<Object, String> write, String expected) {
    return GraphQLScalarType.newScalar()
        .name(name)
        .coercing(new TextScalar<>(name, parse, write, expected))
        .build();
  }

  @Override
  public T parseValue(Object input, GraphQLContext context, Locale locale) {
    T value = input instanceof String text ? parsed(text) : null;
    if (value == null) {
      throw new CoercingParseValueException(sentence(input));
    }
    return value;
  }

  @Override
  public T parseLiteral(
      Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
    String text = input instanceof StringValue literal ? literal.getValue() : null;
    T value = text == null ? null : parsed(text);
    if (value == null) {
      throw new CoercingParseLiteralException(sentence(text));
    }
    return value;
  }

  @Override
  public String serialize(Object value, GraphQLContext context, Locale locale) {
    return write.apply(value);
  }

  private @Nullable T parsed(String text) {
    try {
      return parse.apply(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Only a text is quoted: any other literal would reveal the engine's representation. */
  private String sentence(@Nullable Object given) {
    return given instanceof String text
        ? "Expected %s, got \"%s\", which is no type '%s'.".formatted(expected, text, name)
        : "Expected %s, as a text of type '%s'.".formatted(expected, name);
  }
}
