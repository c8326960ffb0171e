package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import tools.jackson.databind.JsonNode;

/** An unsuitable value is refused in words for callers, in a document as well as in variables. */
@ServerTest
class BadArgumentsIT {

  private static final Pattern INTERNAL =
      Pattern.compile(
          "Value\\{|\\b(java|graphql|org|tools)\\.\\w+\\.|Exception|HashMap|ArrayList|BigDecimal"
              + "|BigInteger|\\bAST\\b|ANTLR");

  private static final Map<String, Object> VALUES = values();

  @Autowired private Questions questions;
  @Autowired private GraphQlSource engine;

  private static Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("-1", -1);
    values.put("99999999999", 99_999_999_999L);
    values.put("1.5", new BigDecimal("1.5"));
    values.put("\"x' is not a valid 'Y\"", "x' is not a valid 'Y");
    values.put("true", true);
    values.put("NOPE", "NOPE");
    values.put("[{nope: 1}]", List.of(Map.of("nope", 1)));
    values.put("{nope: [1]}", Map.of("nope", List.of(1)));
    values.put("{key: {nope: \"x\"}}", Map.of("key", Map.of("nope", "x")));
    return values;
  }

  @Test
  void noMessageShowsWhatTheEngineIsMadeOf() {
    List<String> shown = new ArrayList<>();
    Map<String, Argument> arguments = arguments();
    assertThat(arguments).hasSizeGreaterThan(30);
    arguments.forEach(
        (type, argument) ->
            VALUES.forEach(
                (literal, value) -> {
                  look(questions.ask(argument.document(literal)), type + " " + literal, shown);
                  look(
                      questions.ask(argument.withVariable(type), Map.of("v", value)),
                      type + " $ " + literal,
                      shown);
                }));
    assertThat(shown).isEmpty();
  }

  private static void look(JsonNode answer, String asked, List<String> shown) {
    for (JsonNode error : answer.path("errors")) {
      String told = error.get("message").asString() + " " + error.at("/extensions/hint").asString();
      boolean ours = error.at("/extensions/code").asString().equals("INTERNAL");
      if (ours || INTERNAL.matcher(told).find() || told.isBlank()) {
        shown.add(asked + ": " + error);
      }
    }
  }

  /** One argument for each type used by an argument of a root field. */
  private Map<String, Argument> arguments() {
    GraphQLSchema schema = engine.schema();
    Map<String, Argument> arguments = new LinkedHashMap<>();
    for (GraphQLFieldDefinition field : schema.getQueryType().getFieldDefinitions()) {
      boolean leaf =
          GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(field.getType()))
              || GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLEnumType;
      for (GraphQLArgument argument : field.getArguments()) {
        arguments.putIfAbsent(
            GraphQLTypeUtil.simplePrint(argument.getType()),
            new Argument(field.getName(), argument.getName(), leaf ? "" : " { __typename }"));
      }
    }
    return arguments;
  }

  private record Argument(String field, String name, String selection) {

    String document(String literal) {
      return "{ %s(%s: %s)%s }".formatted(field, name, literal, selection);
    }

    String withVariable(String type) {
      return "query($v: %s) { %s(%s: $v)%s }".formatted(type, field, name, selection);
    }
  }

  @Test
  void anUnknownNameInAFilterIsOneCodeWithTheNamesThatThereAre() {
    JsonNode literal = questions.ask("{ targets(filter: {outcom: {eq: REACHED}}) { totalCount } }");
    JsonNode variable =
        questions.ask(
            "query($f: TargetFilter) { targets(filter: $f) { totalCount } }",
            Map.of("f", Map.of("outcom", Map.of("eq", "REACHED"))));
    for (JsonNode answer : List.of(literal, variable)) {
      JsonNode error = answer.at("/errors/0");
      assertThat(error.at("/extensions/code").asString()).isEqualTo("BAD_FILTER");
      assertThat(error.get("message").asString()).isEqualTo("TargetFilter has no \"outcom\".");
      assertThat(error.at("/extensions/hint").asString())
          .startsWith("Did you mean outcome? TargetFilter has ")
          .contains("key");
    }
  }

  @Test
  void theNamesAreThoseOfTheSchema() {
    String hint =
        questions
            .ask("{ targets(filter: {key: {nope: 1}}) { totalCount } }")
            .at("/errors/0/extensions/hint")
            .asString();
    assertThat(engine.schema().getType("KeyFilter"))
        .isInstanceOfSatisfying(
            GraphQLInputObjectType.class,
            filter ->
                assertThat(filter.getFields())
                    .isNotEmpty()
                    .allSatisfy(field -> assertThat(hint).contains(field.getName())));
  }

  /** A pattern that backtracks on such a value would occupy a processor for minutes. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        " contains a field name '",
        " with ANTLR error '",
        ") : argument '",
        "' with value '",
        " is missing required fields '",
        "type '[",
        "java.",
        "EnumValue{name='x"
      })
  void aLongValueIsRefusedAsFastAsAShortOne(String part) {
    String text = part.repeat(49_000 / part.length());
    for (String document :
        new String[] {
          "{ targets(on: \"%s\") { totalCount } }".formatted(text),
          "{ targets(filter: {key: {nope: \"%s\"}}) { totalCount } }".formatted(text),
          "{ targets \"%s\" }".formatted(text),
          "{ %s }".formatted(text.replaceAll("\\W", "x"))
        }) {
      assertTimeoutPreemptively(Duration.ofSeconds(5), () -> questions.ask(document));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ targets(filter: {outcome: {eq: REACHT}}) { totalCount } } | TargetOutcome | Did you"
            + " mean",
        "{ targets(on: \"yesterday\") { totalCount } }            | no Date       | 2025-12-31",
        "{ targets(first: \"two\") { totalCount } }               | no Int        | whole number",
        "query($n: Int = \"x\") { targets(first: $n) { totalCount } } | no Int    | whole number"
      })
  void aValueOfTheWrongKindIsToldByWhatIsTaken(String document, String message, String hint) {
    JsonNode error = questions.ask(document).at("/errors/0");
    assertThat(error.at("/extensions/code").asString()).isEqualTo("VALIDATION");
    assertThat(error.get("message").asString()).contains(message);
    assertThat(error.at("/extensions/hint").asString()).contains(hint);
  }
}
