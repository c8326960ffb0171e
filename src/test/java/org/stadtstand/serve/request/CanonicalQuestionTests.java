package org.stadtstand.serve.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/** Each question has one canonical form and one name, and a form that fits into an address. */
class CanonicalQuestionTests {

  @Test
  void commentsAndLayoutDoNotCount() {
    CanonicalQuestion plain = wording("{ targets(first: 2) { nodes { key } } }");
    assertThat(wording("# mine\n{\n  targets ( first : 2 ) { nodes\n { key, } } }"))
        .isEqualTo(plain);
    assertThat(wording("query { targets(first: 2) { nodes { key } } }").id()).isEqualTo(plain.id());
    assertThat(wording("{ targets(first: 3) { nodes { key } } }").id()).isNotEqualTo(plain.id());
  }

  @Test
  void theOrderOfFieldsCounts() {
    assertThat(wording("{ targets { totalCount nodes { key } } }").id())
        .isNotEqualTo(wording("{ targets { nodes { key } totalCount } }").id());
  }

  @Test
  void variablesAreSortedAndOthersLeftOut() {
    String document = "query($a: Int, $b: Int) { targets(first: $a, last: $b) { totalCount } }";
    Map<String, @Nullable Object> more = new HashMap<>();
    more.put("b", 2);
    more.put("unused", "x");
    more.put("a", 1.0);
    assertThat(wording(document, more).id())
        .isEqualTo(wording(document, Map.of("a", 1, "b", 2)).id());
    assertThat(wording(document, more).content()).endsWith("\"variables\":{\"a\":1,\"b\":2}}");
  }

  @Test
  void theNameOfTheOnlyOperationSaysNothing() {
    Question named = new Question("query A { __typename }", "A", Map.of(), null);
    assertThat(CanonicalQuestion.of(named)).isEqualTo(wording("query A { __typename }"));
    String two = "query A { __typename } query B { __typename }";
    assertThat(CanonicalQuestion.of(new Question(two, "A", Map.of(), null)).id())
        .isNotEqualTo(CanonicalQuestion.of(new Question(two, "B", Map.of(), null)).id());
  }

  /** Names appear in print, so no later version may rename a question. */
  @Test
  void namesAreTheSameForEver() {
    assertThat(wording("{ targets { totalCount } }").id()).isEqualTo("pkhjig2bpeugp755ih63rdgmwi");
    assertThat(
            wording(
                    """
                    query A($m: String = "a\\"b", $n: [Int!]) @x(a: {b: [1, 2.50, null, E]}) {
                      ...F  x: targets(filter: {dueOn: {within: "2025"}}, first: $n) {
                        ... on C @include(if: true) { key(s: \"\"\"a block
                        of text\"\"\") } }
                    }
                    fragment F on Query { a }
                    """)
                .id())
        .isEqualTo("alonxa3fwwyefjhktw3wowjjos");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "nonsense", "{ a(b: \"\ud800\") }", "\u0000"})
  void refusesWhatIsNoQuestion(String document) {
    assertThatThrownBy(() -> wording(document)).isInstanceOf(ApiError.class);
  }

  @Test
  void refusesVariablesThatAreNoText() {
    Map<String, @Nullable Object> half = Map.of("a", "\ud800");
    assertThatThrownBy(() -> wording("query($a: String) { a(b: $a) }", half))
        .isInstanceOfSatisfying(
            ApiError.class, error -> assertThat(error.code()).isEqualTo(ErrorCode.BAD_REQUEST));
  }

  @Test
  void aWordingInWordsIsTheSameWording() {
    CanonicalQuestion wording =
        wording("query A($a: Int) { targets(first: $a) { nodes { key sentence } } }");
    assertThat(wording.readable()).contains("\n");
    assertThat(wording(wording.readable())).isEqualTo(wording);
  }

  @Property
  void whatIsCompressedIsReadAsTheSame(@ForAll String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String written = CompressedText.write(text);
    assertThat(written).matches("~[A-Za-z0-9_-]+");
    assertThat(CompressedText.read(written)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"~", "~a", "~abcd", "~eJw", "~____", "~eJyrVspMUbJSSlSqBQAVVwMi"})
  void refusesWhatIsDamaged(String name) {
    assertThatThrownBy(() -> CompressedText.read(name))
        .isInstanceOfSatisfying(
            ApiError.class, error -> assertThat(error.code()).isEqualTo(ErrorCode.BAD_LINK));
  }

  @Test
  void refusesWhatUnfoldsWithoutEnd() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflated = new DeflaterOutputStream(bomb)) {
      for (int megabyte = 0; megabyte < 50; megabyte++) {
        deflated.write(new byte[1_000_000]);
      }
    }
    String name = "~" + Base64.getUrlEncoder().withoutPadding().encodeToString(bomb.toByteArray());
    assertThatThrownBy(() -> CompressedText.read(name))
        .hasMessageContaining("more than 200000 bytes");
  }

  private static CanonicalQuestion wording(String document) {
    return wording(document, Map.of());
  }

  private static CanonicalQuestion wording(
      String document, Map<String, @Nullable Object> variables) {
    return CanonicalQuestion.of(new Question(document, null, variables, null));
  }
}
