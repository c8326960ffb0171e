package org.stadtstand.serve.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.Faults;
import org.stadtstand.ground.text.Language;
import org.stadtstand.serve.format.Negotiation;
import org.stadtstand.serve.format.Refusals;
import org.stadtstand.serve.format.Representation;
import org.stadtstand.serve.view.BothLanguages;

/** Reports what is wrong with a link: as a page to browsers, as a GraphQL error to programs. */
@ControllerAdvice(assignableTypes = {LinkEndpoint.class, StoreEndpoint.class})
class RefusedLink {

  @ExceptionHandler
  @Nullable ModelAndView refused(
      RuntimeException fault, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) != null) {
      // The body could not be read, and the web server is refusing it already.
      return null;
    }
    if (response.isCommitted()) {
      // Part of the answer has been sent: the connection must break, so that it does not look
      // complete.
      throw fault;
    }
    response.resetBuffer();
    ApiError error = Faults.of(fault, "a link");
    Representation refusal = Refusals.of(error);
    response.setStatus(refusal.status());
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Robots-Tag", "noindex");
    refusal.headers().forEach(response::setHeader);
    if (Negotiation.prefersPage(request.getHeader("Accept"))) {
      return page(error, refusal.status(), "en".equals(request.getParameter("lang")));
    }
    response.setContentType(refusal.contentType());
    if (refusal.content() instanceof Representation.Bytes made) {
      response.getOutputStream().write(made.bytes());
    }
    return null;
  }

  private static ModelAndView page(ApiError error, int status, boolean english) {
    return new ModelAndView(
        "refused",
        Map.of(
            "t", BothLanguages.in(english ? Language.EN : Language.DE),
            "status", status,
            "code", error.code().name(),
            "sentence", error.sentence(),
            "hint", error.hint()));
  }
}
