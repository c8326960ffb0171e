package org.stadtstand.link;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.stadtstand.answer.Answer;
import org.stadtstand.answer.Answers;
import org.stadtstand.answer.Question;
import org.stadtstand.error.ApiError;
import org.stadtstand.error.ErrorCode;
import org.stadtstand.history.StateName;
import org.stadtstand.link.LinkedQuestion.Kind;
import tools.jackson.databind.json.JsonMapper;

/** The addresses below {@code /q}: storing a question, and answering it now or at a state. */
@Controller
class LinkEndpoint {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final LinkedQuestions questions;
  private final Storing storing;
  private final PinnedStates states;
  private final Answers answers;
  private final GraphQlSource source;
  private final LinkSettings settings;

  LinkEndpoint(
      LinkedQuestions questions,
      Storing storing,
      PinnedStates states,
      Answers answers,
      GraphQlSource source,
      LinkSettings settings) {
    this.questions = questions;
    this.storing = storing;
    this.states = states;
    this.answers = answers;
    this.source = source;
    this.settings = settings;
  }

  @PostMapping(path = "/q", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> store(HttpServletRequest request) throws IOException {
    Storing.Stored stored =
        storing.store(QuestionJson.read(body(request)), request.getRemoteAddr());
    if (!stored.answer().whole()) {
      return json(HttpStatus.BAD_REQUEST, stored.answer().result().toSpecification());
    }
    URI link = URI.create(request.getContextPath() + "/q/" + stored.id());
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", stored.id());
    body.put("link", link.toString());
    if (stored.answer().result().getExtensions() != null) {
      body.put("permanentLink", stored.answer().result().getExtensions().get("permanentLink"));
    }
    return ResponseEntity.status(stored.fresh() ? HttpStatus.CREATED : HttpStatus.OK)
        .location(link)
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore())
        .body(JSON.writeValueAsBytes(body));
  }

  @GetMapping("/q/{address}")
  ResponseEntity<byte[]> answer(@PathVariable String address) {
    LinkAddress asked = LinkAddress.read(address);
    LinkedQuestion linked = questions.find(asked.name());
    Question question = linked.wording().question().called(asked.name());
    StateName state = states.named(asked, question, source.schema());
    Answer answer = answers.ask(question.at(state));
    if (!answer.whole()) {
      return json(HttpStatus.BAD_REQUEST, answer.result().toSpecification());
    }
    ResponseEntity.BodyBuilder found =
        ResponseEntity.ok()
            .contentType(MediaType.APPLICATION_JSON)
            .cacheControl(
                state == null
                    ? CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic()
                    : CacheControl.maxAge(Duration.ofDays(1)).cachePublic().immutable());
    if (linked.kind() != Kind.EXAMPLE) {
      found.header("X-Robots-Tag", "noindex");
    }
    return found.body(JSON.writeValueAsBytes(answer.result().toSpecification()));
  }

  @ExceptionHandler
  ResponseEntity<byte[]> refused(ApiError error) {
    return Refusal.of(error);
  }

  private byte[] body(HttpServletRequest request) throws IOException {
    // A character takes up to four bytes, and as JSON up to six.
    int limit = 6 * settings.storedCharacters();
    byte[] body = request.getInputStream().readNBytes(limit + 1);
    if (body.length > limit) {
      throw new ApiError(
          ErrorCode.DOCUMENT_TOO_LARGE,
          "Document and variables are longer than " + settings.storedCharacters() + " characters.",
          "Ask for less in one question, or keep it on your side.");
    }
    return body;
  }

  private static ResponseEntity<byte[]> json(HttpStatus status, Object body) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore())
        .body(JSON.writeValueAsBytes(body));
  }
}
