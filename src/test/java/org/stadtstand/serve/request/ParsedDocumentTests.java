package org.stadtstand.serve.request;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.AstComparator;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.StringValue;
import graphql.parser.Parser;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that ask the same have the same id. */
class ParsedDocumentTests {

  private static final String PLAIN =
      "query Q($a: Int, $b: [String!] = [\"x\"]) { projects(first: $a, filter: {key: {in: $b}})"
          + " { nodes { key title } } }";

  /** Whatever piece of the document the halves of a character fall into. */
  @ParameterizedTest
  @ValueSource(ints = {2_047, 2_048, 4_093, 4_094, 4_095, 4_096, 8_190, 8_191, 16_382})
  void aCharacterOfTwoHalvesMayStandAnywhere(int place) {
    String begin = "{ projects(filter: {title: {contains: \"";
    String sought = "a".repeat(place - begin.length()) + "😀" + "b".repeat(100);
    String text = begin + sought + "\"}}) { totalCount } } # " + "😀".repeat(9_000);
    assertThat(ParsedDocument.parse(text).compact()).contains('"' + sought + '"');
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "query Q($b: [String!] = [\"x\"], $a: Int) { projects(first: $a, filter: {key: {in: $b}})"
            + " { nodes { key title } } }",
        "# a question\nquery Q(\n  $a: Int\n  $b: [String!] = [\"x\",]) {\n projects(first: $a,,"
            + " filter: { key: { in: $b } }) {\r\n\tnodes { key, title } } } # end",
        "\uFEFFquery Q($a: Int, $b: [String!] = [\"\"\"x\"\"\"]) { projects(first: $a, filter:"
            + " {key: {in: $b}}) { nodes { key title } } }"
      })
  void layoutCommentsAndTheOrderOfVariablesMakeNoDifference(String text) {
    assertThat(key(text)).isEqualTo(key(PLAIN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "query Q($a: Int, $b: [String!] = [\"x\"]) { projects(first: $a, filter: {key: {in: $b}})"
            + " { nodes { title key } } }",
        "query Q($a: Int, $b: [String!] = [\"X\"]) { projects(first: $a, filter: {key: {in: $b}})"
            + " { nodes { key title } } }",
        "query R($a: Int, $b: [String!] = [\"x\"]) { projects(first: $a, filter: {key: {in: $b}})"
            + " { nodes { key title } } }",
        "query Q($a: Int, $b: [String!] = [\"x\"]) { projects(first: $a, filter: {key: {in: $b}})"
            + " { nodes { key title } totalCount } }",
        "query Q($a: Int = 1, $b: [String!] = [\"x\"]) { projects(first: $a, filter: {key: {in:"
            + " $b}}) { nodes { key title } } }"
      })
  void whatChangesTheAnswerMakesADifference(String text) {
    assertThat(key(text)).isNotEqualTo(key(PLAIN));
  }

  /** Different questions that looked alike here would get each other's answers. */
  @Property
  void everyTextInADocumentIsKept(@ForAll("texts") String text) {
    ParsedDocument document = ParsedDocument.parse(document(text));
    Document again = Parser.parse(document.compact());
    assertThat(argument(again)).isEqualTo(text);
    assertThat(AstComparator.isEqual(document.tree(), again)).isTrue();
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<Character> nasty =
        Arbitraries.of('"', '\\', '\n', '\r', '\t', '\b', '\u0000', '\u2028', '#', '{', 'u', ' ');
    return Arbitraries.oneOf(
        Arbitraries.strings().withChars("abcß€ ").ofMaxLength(20),
        nasty.list().ofMaxSize(12).map(ParsedDocumentTests::joined));
  }

  private static String joined(java.util.List<Character> characters) {
    StringBuilder text = new StringBuilder();
    characters.forEach(text::append);
    return text.toString();
  }

  private static String document(String text) {
    StringBuilder quoted = new StringBuilder("{ a(b: \"");
    text.chars().forEach(unit -> quoted.append("\\u%04x".formatted(unit)));
    return quoted.append("\") { c } }").toString();
  }

  private static String argument(Document document) {
    OperationDefinition operation = (OperationDefinition) document.getDefinitions().getFirst();
    Field field = (Field) operation.getSelectionSet().getSelections().getFirst();
    return String.valueOf(((StringValue) field.getArguments().getFirst().getValue()).getValue());
  }

  private static String key(String text) {
    return ParsedDocument.parse(text).id();
  }
}
