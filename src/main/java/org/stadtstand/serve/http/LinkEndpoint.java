package org.stadtstand.serve.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.stadtstand.record.time.StateName;
import org.stadtstand.serve.citation.Citation;
import org.stadtstand.serve.citation.CitationStyle;
import org.stadtstand.serve.citation.Citing;
import org.stadtstand.serve.link.LinkAddress;
import org.stadtstand.serve.link.LinkedQuestion;
import org.stadtstand.serve.link.LinkedQuestion.Kind;
import org.stadtstand.serve.link.LinkedQuestions;
import org.stadtstand.serve.link.PinnedStates;
import org.stadtstand.serve.request.Question;
import org.stadtstand.serve.response.Exchange;
import org.stadtstand.serve.response.Ready;

/** The addresses below {@code /q/}: a question answered now or at a state, in any form. */
@Controller
class LinkEndpoint {

  /** In units of cost: a citation asks twice and writes. */
  private static final long CITATION = 50;

  private final LinkedQuestions questions;
  private final PinnedStates states;
  private final LinkForms forms;
  private final Citing citing;
  private final Exchange exchange;

  LinkEndpoint(
      LinkedQuestions questions,
      PinnedStates states,
      LinkForms forms,
      Citing citing,
      Exchange exchange) {
    this.questions = questions;
    this.states = states;
    this.forms = forms;
    this.citing = citing;
    this.exchange = exchange;
  }

  @GetMapping("/q/{address}")
  void answer(
      @PathVariable String address, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    LinkAddress asked = LinkAddress.read(address);
    LinkedQuestion linked = questions.find(asked.name());
    if (linked.kind() != Kind.EXAMPLE) {
      response.setHeader("X-Robots-Tag", "noindex");
    }
    StateName state = states.named(asked, linked.question());
    Optional<CitationStyle> style = CitationStyle.of(asked.suffix());
    if (style.isPresent()) {
      cite(style.get(), linked, state, request, response);
      return;
    }
    Question question = linked.question().at(state);
    Ready ready = exchange.ask(request, question, forms.form(linked, asked.suffix(), request));
    if ("csv".equals(asked.suffix())) {
      response.addHeader("Link", LinkForms.described(request));
    }
    exchange.send(request, response, ready, "Accept, Prefer");
  }

  private void cite(
      CitationStyle style,
      LinkedQuestion linked,
      @Nullable StateName state,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    exchange.budget(request).pay(CITATION);
    Citation citation = citing.cite(linked, state, LinkForms.server(), request.getRemoteAddr());
    response.setContentType(style.mediaType());
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(style.write(citation).getBytes(StandardCharsets.UTF_8));
  }
}
