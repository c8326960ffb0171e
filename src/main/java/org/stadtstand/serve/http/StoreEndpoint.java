package org.stadtstand.serve.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.stadtstand.ground.encoding.JsonCodec;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.cost.Budget;
import org.stadtstand.serve.format.Refusals;
import org.stadtstand.serve.format.Representation;
import org.stadtstand.serve.link.LinkAddress;
import org.stadtstand.serve.link.QuestionStore;
import org.stadtstand.serve.request.Body;
import org.stadtstand.serve.request.Question;
import org.stadtstand.serve.request.QuestionParameters;

/** {@code POST /q}: stores a question and returns its address. */
@Controller
class StoreEndpoint {

  /** In units of cost, beside those of the question: storing one writes to the database. */
  private static final long PRICE = 50;

  private final Body body;
  private final QuestionStore storing;

  StoreEndpoint(Body body, QuestionStore storing) {
    this.body = body;
    this.storing = storing;
  }

  @PostMapping("/q")
  ResponseEntity<byte[]> store(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Question question = QuestionParameters.ofBody(body.read(request)).question();
    Budget.current().pay(PRICE);
    QuestionStore.Stored stored = storing.store(question, request.getRemoteAddr());
    Budget.current().report(response);
    if (!stored.answer().whole()) {
      return refused(Refusals.of(stored.answer()));
    }
    URI link = URI.create(request.getContextPath() + LinkAddress.ROOT + stored.id());
    Map<String, Object> reply = new LinkedHashMap<>();
    reply.put("id", stored.id());
    reply.put("link", link.toString());
    String permanent = stored.answer().permanentLink();
    if (permanent != null) {
      reply.put(Answer.PERMANENT_LINK, permanent);
    }
    return json(stored.fresh() ? HttpStatus.CREATED : HttpStatus.OK, reply, link);
  }

  private static ResponseEntity<byte[]> refused(Representation refusal) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(refusal.status()).cacheControl(CacheControl.noStore());
    refusal.headers().forEach(answer::header);
    return answer
        .header(HttpHeaders.CONTENT_TYPE, refusal.contentType())
        .body(refusal.content() instanceof Representation.Bytes made ? made.bytes() : new byte[0]);
  }

  private static ResponseEntity<byte[]> json(HttpStatus status, Object body, URI location) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore())
        .location(location)
        .body(JsonCodec.PLAIN.writeValueAsBytes(body));
  }
}
