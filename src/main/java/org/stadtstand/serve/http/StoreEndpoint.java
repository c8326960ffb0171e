package org.stadtstand.serve.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.link.LinkAddress;
import org.stadtstand.serve.link.Storing;
import org.stadtstand.serve.request.QuestionJson;
import org.stadtstand.serve.response.ResponseHandler;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /q}: stores a question, and tells where it is. */
@Controller
class StoreEndpoint {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** In units of cost: storing writes. */
  private static final long PRICE = 50;

  private final Storing storing;
  private final ResponseHandler handler;

  StoreEndpoint(Storing storing, ResponseHandler handler) {
    this.storing = storing;
    this.handler = handler;
  }

  @PostMapping("/q")
  ResponseEntity<byte[]> store(HttpServletRequest request) throws IOException {
    refuseOtherTypes(request.getContentType());
    handler.budget(request).pay(PRICE);
    Storing.Stored stored =
        storing.store(QuestionJson.read(body(request)), request.getRemoteAddr());
    if (!stored.answer().whole()) {
      return json(HttpStatus.BAD_REQUEST, stored.answer().result().toSpecification(), null);
    }
    URI link = URI.create(request.getContextPath() + LinkAddress.ROOT + stored.id());
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", stored.id());
    body.put("link", link.toString());
    String permanent = stored.answer().permanentLink();
    if (permanent != null) {
      body.put(Answer.PERMANENT_LINK, permanent);
    }
    return json(stored.fresh() ? HttpStatus.CREATED : HttpStatus.OK, body, link);
  }

  /** A form on another host's page can send text, and only a program JSON. */
  private static void refuseOtherTypes(@Nullable String type) {
    if (type == null
        || !type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_JSON_VALUE)) {
      throw new ApiError(
          ErrorCode.UNSUPPORTED_MEDIA_TYPE,
          "A question is sent as JSON.",
          "Send Content-Type: application/json.");
    }
  }

  private static ResponseEntity<byte[]> json(
      HttpStatus status, Object body, @Nullable URI location) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(status)
            .contentType(MediaType.APPLICATION_JSON)
            .cacheControl(CacheControl.noStore());
    return (location == null ? answer : answer.location(location))
        .body(JSON.writeValueAsBytes(body));
  }

  private byte[] body(HttpServletRequest request) throws IOException {
    // A character takes up to four bytes, and as JSON up to six.
    int limit = 6 * storing.longest();
    byte[] body = request.getInputStream().readNBytes(limit + 1);
    if (body.length > limit) {
      throw new ApiError(
          ErrorCode.DOCUMENT_TOO_LARGE,
          "Document and variables are longer than " + storing.longest() + " characters.",
          "Ask for less in one question, or keep it on your side.");
    }
    return body;
  }
}
