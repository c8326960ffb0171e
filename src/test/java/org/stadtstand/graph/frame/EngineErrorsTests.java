package org.stadtstand.graph.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import graphql.GraphQLError;
import graphql.Scalars;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the engine's own errors say, and nothing of how it reads a document. */
class EngineErrorsTests {

  private static final GraphQLSchema SCHEMA =
      GraphQLSchema.newSchema()
          .query(
              GraphQLObjectType.newObject()
                  .name("Query")
                  .field(
                      GraphQLFieldDefinition.newFieldDefinition()
                          .name("a")
                          .type(Scalars.GraphQLInt)))
          .build();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 0 | Invalid syntax with offending token '<EOF>' at line 1 column 2",
        "0 | 5000 | Invalid syntax with offending token '<EOF>' at line 1 column 5002",
        "1200 | 0 | Invalid syntax with offending token '<EOF>' at line 1201 column 2"
      })
  void aPlaceIsToldInPlainNumbers(int lines, int blanks, String message) {
    String document = "\n".repeat(lines) + " ".repeat(blanks) + "{";
    InvalidSyntaxException fault =
        catchThrowableOfType(InvalidSyntaxException.class, () -> Parser.parse(document));
    assertThat(EngineErrors.coded(List.of(fault.toInvalidSyntaxError()), SCHEMA))
        .extracting(GraphQLError::getMessage)
        .containsExactly(message);
  }
}
