package org.stadtstand.serve.format;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The formats on offer. JSON comes first, for callers who accept anything. */
@Component
public class Formats {

  private final List<Format> ofQuestions;
  private final List<Format> ofLinks;

  Formats(AnswerSettings settings, ObjectProvider<Format> beans) {
    boolean edition2026 = settings.edition2026();
    JsonFormat response = new JsonFormat(JsonFormat.RESPONSE_TYPE, false, edition2026);
    List<Format> files = beans.orderedStream().toList();
    this.ofQuestions = joined(new JsonFormat(JsonFormat.TYPE, true, edition2026), response, files);
    this.ofLinks = joined(new JsonFormat(JsonFormat.TYPE, false, edition2026), response, files);
  }

  /** The formats for GraphQL over HTTP. */
  public List<Format> ofQuestions() {
    return ofQuestions;
  }

  /**
   * The formats for links, where both JSON types use the status to say whether there is an answer.
   */
  public List<Format> ofLinks() {
    return ofLinks;
  }

  /** The format as asked for by a request; JSON, of which most are asked, names no server. */
  public static Format from(Format format, Supplier<ServerAddress> server) {
    return format instanceof JsonFormat
        ? format
        : format.from(new FileOrigin(server.get(), null, null));
  }

  /** Which of our two JSON media types a refusal uses. */
  public Format ofRefusals(@Nullable String accept) {
    return Negotiation.ofRefusals(accept, ofQuestions.subList(0, 2));
  }

  private static List<Format> joined(JsonFormat json, JsonFormat response, List<Format> files) {
    return Stream.concat(Stream.of(json, response), files.stream()).toList();
  }
}
