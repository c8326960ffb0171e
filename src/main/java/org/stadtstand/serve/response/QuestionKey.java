package org.stadtstand.serve.response;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.encoding.JsonCodec;
import org.stadtstand.record.time.StateName;
import org.stadtstand.serve.format.Format;
import org.stadtstand.serve.request.Question;

/**
 * What makes two questions the same. Document and variables are held as digests: they take the same
 * room however long they are, and nobody can make up many that fall into one bin.
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

  /** The same question in one of the codings: what names bytes. */
  Coded in(ContentCoding coding) {
    return new Coded(this, coding);
  }

  /** A question with its form and coding. */
  record Coded(QuestionKey question, ContentCoding coding) {}
}
