package org.stadtstand.serve.format;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The formats that are offered, JSON first: it is for those who accept anything. */
@Component
public class Formats {

  private final List<Format> ofQuestions;
  private final List<Format> ofLinks;
  private final Format csv;

  Formats(AnswerSettings settings, Csv csv, ObjectProvider<Format> beans) {
    boolean edition2026 = settings.edition2026();
    JsonFormat response = new JsonFormat(JsonFormat.RESPONSE_TYPE, false, edition2026);
    List<Format> files = beans.orderedStream().toList();
    this.csv = csv;
    this.ofQuestions = joined(new JsonFormat(JsonFormat.TYPE, true, edition2026), response, files);
    this.ofLinks = joined(new JsonFormat(JsonFormat.TYPE, false, edition2026), response, files);
  }

  /** For who asks by GraphQL over HTTP. */
  public List<Format> ofQuestions() {
    return ofQuestions;
  }

  /** For who follows a link: JSON of every type has the status that says if there is an answer. */
  public List<Format> ofLinks() {
    return ofLinks;
  }

  /** The one that pages show, too. */
  public Format csv() {
    return csv;
  }

  /** In which of our own two media types a refusal is told. */
  public Format ofRefusals(@Nullable String accept) {
    return Negotiation.ofRefusals(accept, ofQuestions.subList(0, 2));
  }

  private static List<Format> joined(JsonFormat json, JsonFormat response, List<Format> files) {
    return Stream.concat(Stream.of(json, response), files.stream()).toList();
  }
}
