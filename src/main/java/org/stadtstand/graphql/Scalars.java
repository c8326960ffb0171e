package org.stadtstand.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.scalars.ExtendedScalars;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.stadtstand.history.KnownAt;
import org.stadtstand.history.Present;

/** The scalars of the schema; only the moment is our own. */
final class Scalars {

  private Scalars() {}

  static List<GraphQLScalarType> all() {
    return List.of(
        ExtendedScalars.Date,
        ExtendedScalars.DateTime,
        ExtendedScalars.newAliasedScalar("Decimal")
            .aliasedScalar(ExtendedScalars.GraphQLBigDecimal)
            .build(),
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
