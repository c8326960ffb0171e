package org.stadtstand.graph.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.stadtstand.Questions;
import org.stadtstand.ServerTest;
import tools.jackson.databind.JsonNode;

/** Whoever misspells a document is told in a sentence what is wrong, and how it is written. */
@ServerTest
class DocumentMistakesIT {

  @Autowired private Questions questions;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ projekts { totalCount } } | Query has no field \"projekts\". | Did you mean projects?",
        "{ projects { nodes { tite } } } | Project has no field \"tite\". | Did you mean title?",
        "{ statusHistory { nodes { keys } } } | HistoryEvent has no field \"keys\"."
            + " | Did you mean key? HistoryEvent has ",
        "{ projects(filtr: {}) { totalCount } } | The field \"projects\" has no argument \"filtr\"."
            + " | Did you mean filter?",
        "{ projects { nodes { title(language: EN) } } }"
            + " | The field \"title\" has no argument \"language\". | It has ",
        "{ projects { nodes { key(lang: EN) } } } | The field \"key\" has no argument \"lang\"."
            + " | It has no arguments at all.",
        "{ projects { nodes } } | The field \"nodes\" has fields of its own, and none is asked for."
            + " | Write the fields wanted in braces behind it. Project has ",
        "{ projects { totalCount { x } } } | The field \"totalCount\" is of type Int! and has no"
            + " fields. | Leave out the braces behind it.",
        "query ($a: Projct) { projects { totalCount } } | There is no type \"Projct\"."
            + " | Did you mean Project?",
        "{ projects(first: $n) { totalCount } } | The variable \"$n\" is used and not declared."
            + " | Declare it where the operation begins: query ($n: …) { … }.",
        "query ($n: Int!) { projects(first: $n) { totalCount } }"
            + " | The variable \"$n\" is of type Int! and has no value. | Send it in \"variables\"",
        "{ projects { ...P } } | No fragment of the document is called \"P\"."
            + " | Send it with the document: fragment P on … { … }.",
        "{ projects @langs(in: EN) { totalCount } } | There is no directive \"@langs\"."
            + " | Did you mean lang?",
        "{ a: projects { totalCount } a: targets { totalCount } }"
            + " | The name \"a\" would stand for two different values. | Give one of them another",
        "{ a: projects { totalCount } a: projects(first: 1) { totalCount } }"
            + " | The name \"a\" would stand for two different values. | Give one of them another",
        "{ projects { aggregates { municipality { known } } aggregates(filter: {}) { municipality {"
            + " known } } } } | The name \"aggregates\" would stand for two different values."
            + " | Give one of them another name: other: aggregates.",
        "{ changes(since: {}) { nodes { key } } }"
            + " | A value of StateInput names exactly one of its fields. | StateInput has release,",
        "{ projects { groups(by: [{}]) { nodes { count } } } }"
            + " | The argument \"by[0]\" lacks \"field\". | The schema is at ",
        "query ($f: String) { projects(first: $f) { totalCount } }"
            + " | The variable \"$f\" is of type String and stands where Int is taken."
            + " | Declare it where the operation begins: query ($f: Int) { … }.",
        "query ($f: Int) { projects { totalCount } }"
            + " | The variable \"$f\" is used nowhere. | Give it to an argument",
        "fragment F on Target { key } { projects { totalCount } } | The fragment \"F\" is used"
            + " nowhere. | Spread it where its fields are wanted (...F)",
        "{ projects { nodes { ... on Target { key } } } }"
            + " | Nothing of type Project is ever of type Target. | Name a type behind \"on\"",
        "query A { projects { totalCount } } { targets { totalCount } }"
            + " | An operation without a name must be the only one. | Name all of them",
        "{ projects(first: 1, first: 2) { totalCount } }"
            + " | Two arguments are named \"first\". | Leave one of them out",
        "{ node { id } } | The field \"node\" lacks its argument \"id\". | The schema is at ",
        "{ ...F } fragment F on Int { x } | A fragment is on a type that has no fields. | Name a",
        "{ ... on Date { x } } | A fragment is on a type that has no fields. | Name a type",
        "query ($f: ProjectFilter = {status: {eq: DONE}}) { projects(filter: $f) { totalCount } }"
            + " | The default of a variable has a value that is no ProjectFilter. | Sent in",
        "mutation { x } | There is no mutation here. | This interface only reads.",
        "{ projects @skip { totalCount } } | A directive lacks its argument \"if\"."
            + " | Write it in brackets behind the directive's name: (if: …).",
        "query @lang(in: EN) @lang(in: DE) { projects { totalCount } }"
            + " | The directive \"@lang\" stands twice in one place. | Leave one of them out.",
        "{ projects @lang(in: EN) { totalCount } } | The directive \"@lang\" cannot stand here."
            + " | It can stand at QUERY, SUBSCRIPTION.",
        "query @lang(in: FR) { projects { totalCount } }"
            + " | The argument \"in\" has a value that is no Language. | Language has DE, EN.",
        "query @lang(in: \"EN\") { projects { totalCount } }"
            + " | The argument \"in\" has a value that is no Language. | Language has DE, EN.",
        "query @lang(in: null) { projects { totalCount } }"
            + " | The argument \"in\" must not be null. | The schema is at ",
        "query ($p: Project) { projects(first: $p) { totalCount } }"
            + " | No variable can be of type Project, as \"$p\" is. | Declare it with the type of",
        "{ projects { totalCount } } type X { a: Int }"
            + " | The document defines something, and only questions are answered."
            + " | Leave out all but operations and fragments.",
        "extend schema { query: Query } | The document defines something, and only questions are"
            + " answered. | Leave out all but operations and fragments.",
        "subscription { changes { nodes { key } } release { number } }"
            + " | A subscription asks for one field. | Subscribe to each field by itself.",
        "{ changes(since: {newest: null}) { nodes { key } } } | The field \"newest\" of StateInput"
            + " must not be null. | A value of StateInput names",
        "{ projects(filter: {status: COMPLETED}) { totalCount } }"
            + " | The argument \"filter.status\" has a value that is no object."
            + " | Write it in braces: {…}.",
        "{ ...F } fragment F on Query { projects(filter: {status: {eq: DONE}}) { totalCount } }"
            + " | The argument \"filter.status.eq\" has a value that is no ProjectStatus."
            + " | ProjectStatus has IDEA,",
        "query A { projects { totalCount } } query B { targets { totalCount } }"
            + " | The document has several operations. | Say in \"operationName\" which to answer."
      })
  void isTold(String document, String sentence, String hint) {
    JsonNode error = questions.ask(document).at("/errors/0");
    assertThat(error.at("/message").asString()).isEqualTo(sentence);
    assertThat(error.at("/extensions/hint").asString()).startsWith(hint);
    assertThat(error.at("/extensions/code").asString()).isEqualTo("VALIDATION");
  }

  @Test
  void aVariableLacksAField() {
    JsonNode error =
        questions
            .ask(
                "query ($by: [ProjectGroupBy!]!) { projects { groups(by: $by) { totalCount } } }",
                Map.of("by", List.of(Map.of())))
            .at("/errors/0");
    assertThat(error.at("/message").asString())
        .isEqualTo("A value in the variable \"$by\" lacks \"field\".");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Date | projects(on: $v) { totalCount } | 2025-02-30"
            + " | The variable \"v\" has a value that is no Date. | Date: A day",
        "Moment | projects(knownAt: $v) { totalCount } | yesterday"
            + " | The variable \"v\" has a value that is no Moment. | Moment: ",
        "Language | projects { nodes { title(lang: $v) } } | en"
            + " | The variable \"v\" has a value that is no Language. | Did you mean EN?",
        "String | projects(municipality: $v) { totalCount } | 5"
            + " | The variable \"v\" has a value that is no String. | String: A text",
        "Int | projects(first: $v) { totalCount } | 2147483648"
            + " | The variable \"v\" has a value that is no Int. | Int: A whole number",
        "Boolean! | projects @skip(if: $v) { totalCount } | 1"
            + " | The variable \"v\" has a value that is no Boolean. | Boolean: true or false.",
        "Decimal | projects(filter: {spentCost: {gt: $v}}) { totalCount } | 1,5"
            + " | The variable \"v\" has a value that is no Decimal. | Decimal: ",
        "ProjectFilter | projects(filter: $v) { totalCount } | COMPLETED"
            + " | The variable \"v\" has a value that is no object. | Write it in braces: {…}.",
      })
  void aVariableIsOfAnotherKind(
      String type, String field, String value, String sentence, String hint) {
    Object sent = value.matches("\\d+") ? (Object) Long.valueOf(value) : value;
    JsonNode error =
        questions
            .ask("query ($v: %s) { %s }".formatted(type, field), Map.of("v", sent))
            .at("/errors/0");
    assertThat(error.at("/message").asString()).isEqualTo(sentence);
    assertThat(error.at("/extensions/hint").asString()).startsWith(hint);
    assertThat(error.at("/extensions/code").asString()).isEqualTo("VALIDATION");
  }

  @Test
  void noRuleOfTheEngineIsNamed() {
    JsonNode answer =
        questions.ask(
            """
            query A($b: Int) { projects(first: 1, first: 2) { totalCount ... on Target { key } } }
            query A { projects { totalCount } }
            fragment F on Query { __typename }
            """);
    assertThat(answer.at("/errors").size()).isGreaterThan(3);
    assertThat(answer.toString()).doesNotContainIgnoringCase("validation error");
  }
}
