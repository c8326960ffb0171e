package org.stadtstand.serve.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.serve.request.ParsedDocument;

/** A document that exceeds a limit is refused with the name of that limit. */
class DocumentLimitsTests {

  private static final LimitsSettings LIMITS =
      new LimitsSettings(4, 10, 3, 2, 1000, 1000, 1000, 1000, 1, 1, Duration.ofSeconds(1), 10);

  @Test
  void letsAnOrdinaryQuestionPass() {
    assertThatCode(() -> check("{ projects { nodes { key title } totalCount } }"))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesDepth() {
    refuses("{ a { b { c { d { e } } } } }", ErrorCode.TOO_DEEP);
  }

  @Test
  void refusesManyFields() {
    refuses("{ a b c d e f g h i j k }", ErrorCode.TOO_MANY_FIELDS);
  }

  @Test
  void countsFragmentsAsOftenAsTheyAreSpread() {
    refuses(
        "{ a { ...f } b { ...f } c { ...f } } fragment f on X { p q r }",
        ErrorCode.TOO_MANY_FIELDS);
  }

  @Test
  void refusesManyAliases() {
    refuses("{ a: x b: x c: x d: x }", ErrorCode.TOO_MANY_ALIASES);
  }

  @Test
  void refusesManyDirectives() {
    refuses(
        "{ a @skip(if: false) @skip(if: false) @skip(if: false) }", ErrorCode.TOO_MANY_DIRECTIVES);
  }

  @Test
  void refusesAFragmentThatSpreadsItselfAndNotOneThatIsSpreadTwice() {
    refuses("{ ...f } fragment f on Query { ...f }", ErrorCode.VALIDATION);
    refuses(
        "{ a } fragment f on Query { a { ...g } } fragment g on X { ...f }", ErrorCode.VALIDATION);
    check("{ ...f ...f a { ...f } } fragment f on Query { b }");
  }

  @Test
  void looksIntoFragmentsThatNobodyUses() {
    refuses("{ a } fragment f on X { a { b { c { d { e } } } } }", ErrorCode.TOO_DEEP);
  }

  private static void check(String document) {
    DocumentMeasure.check(ParsedDocument.parse(document), LIMITS);
  }

  private static void refuses(String document, ErrorCode code) {
    assertThatThrownBy(() -> check(document))
        .isInstanceOfSatisfying(ApiError.class, error -> assertThat(error.code()).isEqualTo(code));
  }
}
