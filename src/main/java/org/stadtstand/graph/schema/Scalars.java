package org.stadtstand.graph.schema;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.scalars.ExtendedScalars;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.time.KnownAt;
import org.stadtstand.record.time.Present;

/** The scalars of the schema; only the moment and the bounds of a decimal are our own. */
final class Scalars {

  private Scalars() {}

  static List<GraphQLScalarType> all() {
    return List.of(
        ExtendedScalars.Date,
        ExtendedScalars.DateTime,
        GraphQLScalarType.newScalar().name("Decimal").coercing(new DecimalCoercing()).build(),
        GraphQLScalarType.newScalar().name("Moment").coercing(new MomentCoercing()).build(),
        PlaceInTime.changeStart(),
        PlaceInTime.releaseOrDay(),
        GraphQLScalarType.newScalar()
            .name("Url")
            .coercing(graphql.Scalars.GraphQLString.getCoercing())
            .build());
  }

  static KnownAt moment(String text) {
    return text.length() == 10
        ? KnownAt.of(LocalDate.parse(text))
        : KnownAt.of(OffsetDateTime.parse(text));
  }

  /**
   * A decimal number of at most 100 digits before and after its point: with an exponent of a
   * billion, a few characters become gigabytes when the number is written out.
   */
  private static final class DecimalCoercing implements Coercing<BigDecimal, Object> {

    private static final int DIGITS = 100;

    private static final String SENTENCE =
        "Expected a number of at most " + DIGITS + " digits before and after the point.";

    private static final Coercing<?, ?> INNER = ExtendedScalars.GraphQLBigDecimal.getCoercing();

    @Override
    public @Nullable BigDecimal parseValue(Object input, GraphQLContext context, Locale locale) {
      if (INNER.parseValue(input, context, locale) instanceof BigDecimal number
          && isBounded(number)) {
        return number;
      }
      throw new CoercingParseValueException(SENTENCE);
    }

    @Override
    public @Nullable BigDecimal parseLiteral(
        Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
      if (INNER.parseLiteral(input, variables, context, locale) instanceof BigDecimal number
          && isBounded(number)) {
        return number;
      }
      throw new CoercingParseLiteralException(SENTENCE);
    }

    @Override
    public @Nullable Object serialize(Object result, GraphQLContext context, Locale locale) {
      return INNER.serialize(result, context, locale);
    }

    private static boolean isBounded(BigDecimal number) {
      return Math.abs((long) number.scale()) <= DIGITS && number.precision() <= 2 * DIGITS;
    }
  }

  /** A day, or a date and time with its offset. */
  private static final class MomentCoercing implements Coercing<KnownAt, String> {

    @Override
    public KnownAt parseValue(Object input, GraphQLContext context, Locale locale) {
      try {
        return moment(String.valueOf(input));
      } catch (DateTimeException e) {
        throw new CoercingParseValueException(sentence(input));
      }
    }

    @Override
    public KnownAt parseLiteral(
        Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
      try {
        if (input instanceof StringValue text && text.getValue() != null) {
          return moment(text.getValue());
        }
      } catch (DateTimeException e) {
        throw new CoercingParseLiteralException(sentence(input));
      }
      throw new CoercingParseLiteralException(sentence(input));
    }

    @Override
    public String serialize(Object result, GraphQLContext context, Locale locale) {
      return result instanceof OffsetDateTime moment
          ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atZoneSameInstant(Present.ZONE))
          : String.valueOf(result);
    }

    private static String sentence(Object input) {
      return "Expected a day such as 2025-08-01 or a moment such as 2025-08-01T12:00:00+02:00, got "
          + input;
    }
  }
}
