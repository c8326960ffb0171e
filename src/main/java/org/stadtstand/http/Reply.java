package org.stadtstand.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.stadtstand.answer.FinishedAnswer;

/** Sends finished answers. */
final class Reply {

  private Reply() {}

  static void send(HttpServletResponse response, FinishedAnswer answer) throws IOException {
    response.setStatus(answer.status());
    response.setContentType(answer.contentType());
    response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    if (!answer.whole()) {
      // A mistake can be mended, and a part made whole, at any time.
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
    switch (answer.status()) {
      case HttpServletResponse.SC_METHOD_NOT_ALLOWED ->
          response.setHeader(HttpHeaders.ALLOW, GraphQlEndpoint.METHODS);
      case HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE -> {
        // Which of the two was wrong is told in words; these say what is right.
        response.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
        response.setHeader("Accept-Post", "application/json");
        response.setHeader("Accept-Query", "application/json");
      }
      default -> {
        // Nothing more to say.
      }
    }
    answer.headers().forEach(response::setHeader);
    switch (answer.content()) {
      case FinishedAnswer.Bytes made -> {
        response.setContentLength(made.bytes().length);
        response.getOutputStream().write(made.bytes());
      }
      case FinishedAnswer.Flow flow -> flow.writeTo(response.getOutputStream());
    }
  }
}
