package org.stadtstand.graph.schema;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.Value;
import graphql.scalars.ExtendedScalars;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.time.KnownAt;
import org.stadtstand.record.time.Present;

/** The scalars of the schema; only the timestamp and the bounds of a decimal are our own. */
final class Scalars {

  private static final int DAY_LENGTH = 10;

  private Scalars() {}

  static List<GraphQLScalarType> all() {
    return List.of(
        TextScalar.of("Date", PartialDate::parseDay, String::valueOf, "a day such as 2025-08-01"),
        GraphQLScalarType.newScalar().name("Decimal").coercing(new DecimalCoercing()).build(),
        TextScalar.of(
            "Moment",
            Scalars::moment,
            Scalars::written,
            "a day such as 2025-08-01 or a moment such as 2025-08-01T12:00:00+02:00"),
        GraphQLScalarType.newScalar()
            .name("Url")
            .coercing(graphql.Scalars.GraphQLString.getCoercing())
            .build());
  }

  private static KnownAt moment(String text) {
    if (text.length() == DAY_LENGTH) {
      return KnownAt.of(PartialDate.parseDay(text));
    }
    KnownAt moment = KnownAt.of(OffsetDateTime.parse(text));
    // In Berlin it may be of another year than where it was written.
    PartialDate.parseDay(moment.day().toString());
    return moment;
  }

  private static String written(Object moment) {
    return moment instanceof OffsetDateTime time
        ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZoneSameInstant(Present.ZONE))
        : String.valueOf(moment);
  }

  /**
   * A decimal number of at most 100 digits before and after its point: with an exponent of a
   * billion, a few characters become gigabytes when the number is written out.
   */
  private static final class DecimalCoercing implements Coercing<BigDecimal, Object> {

    private static final int DIGITS = 100;

    private static final String SENTENCE =
        "Expected type 'Decimal', of at most " + DIGITS + " digits before and after the point.";

    private static final Coercing<?, ?> INNER = ExtendedScalars.GraphQLBigDecimal.getCoercing();

    @Override
    public @Nullable BigDecimal parseValue(Object input, GraphQLContext context, Locale locale) {
      try {
        if (INNER.parseValue(input, context, locale) instanceof BigDecimal number
            && isBounded(number)) {
          return number;
        }
      } catch (CoercingParseValueException e) {
        // It names a class of Java.
        throw new CoercingParseValueException(SENTENCE, e);
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
}
