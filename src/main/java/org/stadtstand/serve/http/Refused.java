package org.stadtstand.serve.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.serve.format.Negotiation;
import org.stadtstand.serve.format.Refusals;
import org.stadtstand.serve.format.Representation;

/** Tells what is wrong with a link: a browser as a page, a program as a GraphQL error. */
@ControllerAdvice(assignableTypes = {LinkEndpoint.class, StoreEndpoint.class})
class Refused {

  /** The store of the links is away, say. */
  @ExceptionHandler
  @Nullable ModelAndView refused(
      DataAccessException fault, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    return refused(Refusals.error(fault), request, response);
  }

  @ExceptionHandler
  @Nullable ModelAndView refused(
      ApiError error, HttpServletRequest request, HttpServletResponse response) throws IOException {
    Representation refusal = Refusals.of(error);
    response.setStatus(refusal.status());
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Robots-Tag", "noindex");
    refusal.headers().forEach(response::setHeader);
    if (Negotiation.prefersPage(request.getHeader("Accept"))) {
      return new ModelAndView(
          "refused",
          Map.of(
              "status", refusal.status(),
              "code", error.code().name(),
              "sentence", error.sentence(),
              "hint", error.hint()));
    }
    response.setContentType(refusal.contentType());
    if (refusal.content() instanceof Representation.Bytes made) {
      response.getOutputStream().write(made.bytes());
    }
    return null;
  }
}
