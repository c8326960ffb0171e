package org.stadtstand.link;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.stadtstand.answer.Question;
import org.stadtstand.error.ApiError;
import org.stadtstand.error.ErrorCode;
import org.stadtstand.history.StateName;
import org.stadtstand.link.LinkedQuestion.Kind;

/** The addresses below {@code /q/}: a question answered now or at a state, in any form. */
@Controller
class LinkEndpoint {

  private static final String LINES = "text/plain;charset=UTF-8";

  private final LinkedQuestions questions;
  private final PinnedStates states;
  private final LinkedFiles files;
  private final AnswerPage page;
  private final Citing citing;

  LinkEndpoint(
      LinkedQuestions questions,
      PinnedStates states,
      LinkedFiles files,
      AnswerPage page,
      Citing citing) {
    this.questions = questions;
    this.states = states;
    this.files = files;
    this.page = page;
    this.citing = citing;
  }

  @GetMapping("/q/{address}")
  @Nullable ModelAndView answer(
      @PathVariable String address, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    LinkAddress asked = LinkAddress.read(address);
    LinkedQuestion linked = questions.find(asked.name());
    if (linked.kind() != Kind.EXAMPLE) {
      response.setHeader("X-Robots-Tag", "noindex");
    }
    StateName state = states.named(asked, linked.question());
    if (wantsPage(asked.suffix(), request)) {
      return page(linked, state, request, response);
    }
    Question question = linked.question().at(state);
    Optional<CitationStyle> style = CitationStyle.of(asked.suffix());
    Optional<Snippet> snippet = Snippet.ofSuffix(asked.suffix());
    if (style.isPresent()) {
      Citation citation = citing.cite(linked, state, server(), request.getRemoteAddr());
      send(response, style.get().mediaType(), style.get().write(citation));
    } else if (snippet.isPresent()) {
      send(response, LINES, snippet.get().of(page.pinned(question, server())));
    } else {
      files.send(question, asked.suffix(), request, response);
    }
    return null;
  }

  private ModelAndView page(
      LinkedQuestion linked,
      @Nullable StateName state,
      HttpServletRequest request,
      HttpServletResponse response) {
    Map<String, @Nullable Object> shown =
        page.of(linked, linked.question().at(state), server(), language(request));
    if (shown.get("table") == null) {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      response.setHeader("Cache-Control", "no-store");
    } else {
      LinkedFiles.keep(response, state);
    }
    return new ModelAndView("answer", shown);
  }

  private static boolean wantsPage(@Nullable String suffix, HttpServletRequest request) {
    return suffix == null ? Refused.acceptsPage(request) : suffix.equals("html");
  }

  private static String language(HttpServletRequest request) {
    String language = request.getParameter("lang");
    if (language == null || language.equals("de") || language.equals("en")) {
      return language == null ? "de" : language;
    }
    throw new ApiError(
        ErrorCode.BAD_ARGUMENT, "lang cannot be \"" + language + "\".", "Use lang=de or lang=en.");
  }

  private static String server() {
    return ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
  }

  private static void send(HttpServletResponse response, String type, String text)
      throws IOException {
    response.setContentType(type);
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }
}
