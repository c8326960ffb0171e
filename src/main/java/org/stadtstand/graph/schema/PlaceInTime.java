package org.stadtstand.graph.schema;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.EnumValue;
import graphql.language.IntValue;
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

/** A scalar of arguments that is the number of a release, or a word that stands for one. */
final class PlaceInTime implements Coercing<Object, Object> {

  private final Function<String, Object> word;
  private final String expected;

  private PlaceInTime(Function<String, Object> word, String expected) {
    this.word = word;
    this.expected = expected;
  }

  /** Where the feed of changes begins. */
  static GraphQLScalarType changeStart() {
    return scalar("ChangeStart", PlaceInTime::now, "NOW or the number of a release");
  }

  /** One of two states to be compared. */
  static GraphQLScalarType releaseOrDay() {
    return scalar(
        "ReleaseOrDay",
        Scalars::moment,
        "the number of a release, a day such as 2025-08-01 or a moment");
  }

  private static GraphQLScalarType scalar(
      String name, Function<String, Object> word, String expected) {
    return GraphQLScalarType.newScalar()
        .name(name)
        .coercing(new PlaceInTime(word, expected))
        .build();
  }

  private static Object now(String word) {
    if (!word.equals("NOW")) {
      throw new IllegalArgumentException(word);
    }
    return word;
  }

  @Override
  public Object parseValue(Object input, GraphQLContext context, Locale locale) {
    try {
      return parse(input.toString());
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new CoercingParseValueException(sentence(input));
    }
  }

  @Override
  public Object parseLiteral(
      Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
    try {
      String text = text(input);
      if (text != null) {
        return parse(text);
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new CoercingParseLiteralException(sentence(input));
    }
    throw new CoercingParseLiteralException(sentence(input));
  }

  private static @Nullable String text(Value<?> input) {
    return switch (input) {
      case IntValue number -> number.getValue().toString();
      case StringValue text -> text.getValue();
      case EnumValue word -> word.getName();
      default -> null;
    };
  }

  private Object parse(String text) {
    return text.matches("\\d{1,9}") ? Integer.valueOf(text) : word.apply(text);
  }

  private String sentence(Object input) {
    return "Expected " + expected + ", got " + input;
  }
}
