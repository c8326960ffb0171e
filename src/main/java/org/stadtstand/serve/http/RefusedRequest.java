package org.stadtstand.serve.http;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;

/** What the header fields of a refusal say about how to ask rightly. */
final class RefusedRequest {

  private RefusedRequest() {}

  static void describe(HttpServletResponse response, int status) {
    switch (status) {
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
  }
}
