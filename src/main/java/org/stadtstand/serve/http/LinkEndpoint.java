package org.stadtstand.serve.http;

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
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.record.time.StateName;
import org.stadtstand.serve.citation.AnswerCitation;
import org.stadtstand.serve.citation.AnswerCitations;
import org.stadtstand.serve.citation.CitationStyle;
import org.stadtstand.serve.cost.Budget;
import org.stadtstand.serve.format.Format;
import org.stadtstand.serve.link.LinkAddress;
import org.stadtstand.serve.link.LinkedQuestion;
import org.stadtstand.serve.link.LinkedQuestion.Kind;
import org.stadtstand.serve.link.LinkedQuestions;
import org.stadtstand.serve.link.PinnedStates;
import org.stadtstand.serve.request.AddressParameters;
import org.stadtstand.serve.request.HeaderLines;
import org.stadtstand.serve.request.Question;
import org.stadtstand.serve.response.Response;
import org.stadtstand.serve.response.ResponseHandler;
import org.stadtstand.serve.view.LinkFormats;
import org.stadtstand.serve.view.ServerAddresses;

/** The addresses below {@code /q/}: a question answered now or at a named state, in any format. */
@Controller
class LinkEndpoint {

  /** In units of cost, beside those of its question: a citation writes to the database. */
  private static final long CITATION = 50;

  private final LinkedQuestions questions;
  private final PinnedStates states;
  private final LinkFormats formats;
  private final AnswerCitations citations;
  private final ServerAddresses addresses;
  private final ResponseHandler handler;

  LinkEndpoint(
      LinkedQuestions questions,
      PinnedStates states,
      LinkFormats formats,
      AnswerCitations citations,
      ServerAddresses addresses,
      ResponseHandler handler) {
    this.questions = questions;
    this.states = states;
    this.formats = formats;
    this.citations = citations;
    this.addresses = addresses;
    this.handler = handler;
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
    Format format =
        formats.format(
            linked,
            address,
            HeaderLines.of(request, "Accept"),
            AddressParameters.of(request.getQueryString()),
            addresses.of(request));
    Response answer = handler.ask(request, linked.question().at(state), format);
    StateName lasting = answer.representation().whole() ? state : null;
    relate(asked, linked.question(), lasting, request, response);
    handler.send(request, response, answer, "Accept, Prefer");
  }

  /** The log of citations after a number, a page at a time; an empty one is its end. */
  @GetMapping("/q/citations.jsonl")
  void citations(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Map<String, String> parameters = AddressParameters.of(request.getQueryString());
    String after = parameters.getOrDefault("after", "0");
    if (!after.matches("\\d{1,9}")) {
      throw new ApiError(
          ErrorCode.BAD_REQUEST,
          "\"after\" is not the number of a citation.",
          "Write the number of the last entry that you have, 0 for none.");
    }
    Budget.current().pay(CITATION);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("application/x-ndjson;charset=UTF-8");
    Budget.current().report(response);
    byte[] page = citations.log(Integer.parseInt(after)).getBytes(StandardCharsets.UTF_8);
    response.getOutputStream().write(page);
  }

  private void cite(
      CitationStyle style,
      LinkedQuestion linked,
      @Nullable StateName state,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Budget.current().pay(CITATION);
    response.setHeader("Cache-Control", "no-store");
    if (request.getMethod().equals("HEAD")) {
      citations.check(linked, state);
      response.setContentType(style.mediaType());
      Budget.current().report(response);
      return;
    }
    AnswerCitation citation =
        citations.cite(linked, state, addresses.of(request).url(), request.getRemoteAddr());
    response.setContentType(style.mediaType());
    Budget.current().report(response);
    response.getOutputStream().write(style.write(citation).getBytes(StandardCharsets.UTF_8));
  }

  /** Names what describes the answer and, of a state, when it became known and where others are. */
  private void relate(
      LinkAddress asked,
      Question question,
      @Nullable StateName state,
      HttpServletRequest request,
      HttpServletResponse response) {
    if ("csv".equals(asked.suffix())) {
      response.addHeader("Link", description(request));
    }
    if (state != null) {
      MementoLinks links =
          new MementoLinks(request.getContextPath(), asked, request.getQueryString());
      states.release(question, state).ifPresent(release -> links.describe(release, response));
    }
  }

  /** The address of a CSV's description, which stands beside it and takes the same parameters. */
  private static String description(HttpServletRequest request) {
    String path = request.getRequestURI();
    String query = request.getQueryString();
    return "<%s-metadata.json%s>; rel=\"describedby\"; type=\"application/csvm+json\""
        .formatted(path.substring(path.lastIndexOf('/') + 1), query == null ? "" : "?" + query);
  }
}
