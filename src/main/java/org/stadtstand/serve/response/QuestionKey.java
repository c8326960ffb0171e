package org.stadtstand.serve.response;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.encoding.JsonCodec;
import org.stadtstand.record.time.StateName;
import org.stadtstand.serve.format.Format;
import org.stadtstand.serve.request.Question;

/**
 * The identity of a question. Document and variables are held as digests: they take the same space
 * whatever their length, and nobody can construct many that collide.
 */
record QuestionKey(
    String document,
    @Nullable String operation,
    String variables,
    @Nullable StateName state,
    @Nullable String name,
    Format format) {

  static QuestionKey of(String document, Question question, Format format) {
    return new QuestionKey(
        document,
        question.operation(),
        digest(question.variables()),
        question.state(),
        question.name(),
        format);
  }

  private static String digest(Map<String, @Nullable Object> variables) {
    return variables.isEmpty()
        ? ""
        : Validators.digest(JsonCodec.SORTED.writeValueAsBytes(variables));
  }

  /** The key of this question's bytes in one of the codings. */
  Coded in(ContentCoding coding) {
    return new Coded(this, coding);
  }

  /** A question with its format and coding. */
  record Coded(QuestionKey question, ContentCoding coding) {}
}
