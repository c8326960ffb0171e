package org.stadtstand.serve.response;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.record.time.ReleaseDirectory;
import org.stadtstand.serve.cost.CheckedDocuments;
import org.stadtstand.serve.cost.Cost;
import org.stadtstand.serve.cost.CostReport;
import org.stadtstand.serve.format.Format;
import org.stadtstand.serve.format.JsonFormat;
import org.stadtstand.serve.format.Representation;
import org.stadtstand.serve.request.Question;

/**
 * Reports what a question would cost without answering it, for {@code Prefer: explain} (RFC 7240
 * lets servers define their own preferences).
 */
@Component
class CostExplanation {

  private static final Map<String, String> APPLIED = Map.of("Preference-Applied", "explain");

  private final CheckedDocuments documents;
  private final CostReport report;
  private final ReleaseDirectory releases;

  CostExplanation(CheckedDocuments documents, CostReport report, ReleaseDirectory releases) {
    this.documents = documents;
    this.report = report;
    this.releases = releases;
  }

  /**
   * Returns empty data, so that every client accepts it as an answer and passes on the extensions.
   * Empty for an invalid document, whose errors are reported when it is asked.
   */
  Optional<Representation> of(Question question, Format format) {
    return Optional.ofNullable(documents.find(question.document()))
        .map(document -> documents.cost(question, releases.presentAt(question.state())))
        .map(cost -> written(cost, format));
  }

  private Representation written(Cost cost, Format format) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("data", Map.of());
    body.put("extensions", Map.of("cost", report.of(cost)));
    return JsonFormat.of(format).remark(APPLIED, body);
  }
}
