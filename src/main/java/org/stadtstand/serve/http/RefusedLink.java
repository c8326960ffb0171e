package org.stadtstand.serve.http;

import com.samskivert.mustache.Mustache;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.Faults;
import org.stadtstand.ground.text.Language;
import org.stadtstand.serve.format.Negotiation;
import org.stadtstand.serve.format.Refusals;
import org.stadtstand.serve.format.Representation;
import org.stadtstand.serve.request.HeaderLines;
import org.stadtstand.serve.view.BothLanguages;
import org.stadtstand.serve.view.PreferredLanguage;
import org.stadtstand.serve.view.RefusalWords;

/** Reports what is wrong with a link: as a page to browsers, as a GraphQL error to programs. */
@ControllerAdvice(assignableTypes = {LinkEndpoint.class, StoreEndpoint.class})
class RefusedLink {

  private final Mustache.Compiler templates;

  RefusedLink(Mustache.Compiler templates) {
    this.templates = templates;
  }

  @ExceptionHandler
  void refused(RuntimeException fault, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) != null) {
      // The body could not be read, and the web server is refusing it already.
      return;
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
    if (Negotiation.prefersPage(HeaderLines.of(request, "Accept"))) {
      sendPage(error, refusal.status(), request, response);
    } else {
      response.setContentType(refusal.contentType());
      if (refusal.content() instanceof Representation.Bytes made) {
        response.getOutputStream().write(made.bytes());
      }
    }
  }

  /** Nobody may keep it, so that no cache gives one reader's language to another. */
  private void sendPage(
      ApiError error, int status, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Language language = language(request);
    response.setHeader("Content-Language", language.pick("de", "en"));
    response.setContentType("text/html;charset=UTF-8");
    byte[] page = page(error, status, language, request).getBytes(StandardCharsets.UTF_8);
    response.getOutputStream().write(page);
  }

  /** A link's address has no language, unless it is one to an English page. */
  private static Language language(HttpServletRequest request) {
    return switch (request.getParameter("lang")) {
      case "de" -> Language.DE;
      case "en" -> Language.EN;
      case null, default -> PreferredLanguage.of(request.getHeader("Accept-Language"));
    };
  }

  private String page(ApiError error, int status, Language language, HttpServletRequest request) {
    Map<String, @Nullable Object> page = new HashMap<>();
    page.put("rc", Map.of("contextPath", request.getContextPath()));
    page.put("t", BothLanguages.in(language));
    page.put("de", language == Language.DE);
    page.put("translated", null);
    page.put("status", status);
    page.put("code", error.code().name());
    page.put("words", RefusalWords.of(error.code()).in(language));
    page.put("sentence", error.sentence());
    page.put("hint", error.hint());
    return templates.loadTemplate("refused").execute(page);
  }
}
