package org.stadtstand.answer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.limits.CheckedDocuments;
import org.stadtstand.limits.Cost;
import org.stadtstand.limits.CostReport;

/**
 * Tells what a question would cost, without answering it: what {@code Prefer: explain} asks for
 * (RFC 7240 lets every server name preferences of its own).
 */
@Component
public class Explanation {

  private static final Map<String, String> APPLIED = Map.of("Preference-Applied", "explain");

  private final CheckedDocuments documents;
  private final CostReport report;

  Explanation(CheckedDocuments documents, CostReport report) {
    this.documents = documents;
    this.report = report;
  }

  /**
   * Empty data, so that every client takes it for an answer and hands on the extensions. None for
   * what is no document: what is wrong with it is told when it is asked.
   */
  public Optional<FinishedAnswer> of(Question question, Form form) {
    return Optional.ofNullable(documents.measured(question.document()))
        .map(document -> documents.cost(document, question.variables()))
        .map(cost -> written(cost, form));
  }

  private FinishedAnswer written(Cost cost, Form form) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("data", Map.of());
    body.put("extensions", Map.of("cost", report.of(cost)));
    return new FinishedAnswer(
        200,
        form instanceof JsonForm json ? json.contentType() : FormKinds.JSON,
        APPLIED,
        new FinishedAnswer.Bytes(JsonWriter.write(body)),
        null,
        false);
  }
}
