package org.stadtstand.serve.response;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stadtstand.serve.cost.Budget;
import org.stadtstand.serve.cost.RateLimit;
import org.stadtstand.serve.format.Format;
import org.stadtstand.serve.format.Representation;
import org.stadtstand.serve.request.Question;

/**
 * Handles what every response of ours has, whatever door the question came in by: the caller's
 * budget and codings, validators and conditions, how long others may keep it, where it comes from.
 */
@Component
public class ResponseHandler {

  private static final String BUDGET = Budget.class.getName();

  private final Responses responses;
  private final CostExplanation explanation;
  private final RateLimit limit;
  private final Freshness freshness;

  ResponseHandler(
      Responses responses, CostExplanation explanation, RateLimit limit, Freshness freshness) {
    this.responses = responses;
    this.explanation = explanation;
    this.limit = limit;
    this.freshness = freshness;
  }

  /** The caller of the request asks, and pays. */
  public Response ask(HttpServletRequest request, Question question, Format format) {
    Budget budget = budget(request);
    if (prefersExplanation(request)) {
      Optional<Representation> explained = explanation.of(question, format);
      if (explained.isPresent()) {
        budget.pay(Budget.KEPT);
        return Response.once(explained.get());
      }
    }
    ContentCoding coding = ContentCoding.accepted(request.getHeader("Accept-Encoding"));
    return responses.respond(question, format, coding, budget);
  }

  /** What the caller of the request pays with, whatever else it asks for. */
  public Budget budget(HttpServletRequest request) {
    if (request.getAttribute(BUDGET) instanceof Budget known) {
      return known;
    }
    Budget budget = limit.budget(request);
    request.setAttribute(BUDGET, budget);
    return budget;
  }

  /**
   * Sends it with its status, or 304.
   *
   * @param vary further fields of the request that the answer depends on, or nothing
   */
  public void send(
      HttpServletRequest request, HttpServletResponse response, Response answer, String vary)
      throws IOException {
    describe(response, answer, vary);
    budget(request).fields().forEach(response::setHeader);
    Validators validators = answer.validators();
    if (validators != null) {
      validators.writeTo(response);
    }
    if (validators != null && Condition.isKnown(request, validators)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
    } else {
      body(request, response, answer);
    }
  }

  private static void body(
      HttpServletRequest request, HttpServletResponse response, Response answer)
      throws IOException {
    response.setStatus(answer.representation().status());
    response.setContentType(answer.representation().contentType());
    switch (answer.representation().content()) {
      case Representation.Bytes(byte[] bytes) -> {
        if (answer.coding() == ContentCoding.GZIP) {
          response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
      }
      case Representation.Flow flow -> {
        // Who asks for the header fields alone is not made to wait for what nobody sends.
        if (!request.getMethod().equals("HEAD")) {
          flow(response, answer.representation(), flow);
        }
      }
    }
  }

  private void describe(HttpServletResponse response, Response answer, String vary) {
    response.setHeader("Cache-Control", freshness.cacheControl(answer));
    response.setHeader("Cache-Status", freshness.cacheStatus(answer));
    response.setHeader("Vary", vary.isEmpty() ? "Accept-Encoding" : vary + ", Accept-Encoding");
    if (freshness.isStale(answer)) {
      // No longer in the newest RFC, and still what most programs look for.
      response.setHeader("Warning", "110 stadtstand \"The database is away\"");
    }
    answer.representation().headers().forEach(response::setHeader);
  }

  /** What fails before its first byte is refused, and a refusal has no field of the file's. */
  private static void flow(
      HttpServletResponse response, Representation representation, Representation.Flow flow)
      throws IOException {
    try {
      flow.writeTo(response.getOutputStream());
    } catch (RuntimeException fault) {
      if (!response.isCommitted()) {
        response.resetBuffer();
        Validators.removeFrom(response);
        representation.headers().keySet().forEach(name -> response.setHeader(name, null));
      }
      throw fault;
    }
  }

  private static boolean prefersExplanation(HttpServletRequest request) {
    String preferences = request.getHeader("Prefer");
    if (preferences != null) {
      for (String preference : preferences.split(",", -1)) {
        if (preference.strip().toLowerCase(Locale.ROOT).equals("explain")) {
          return true;
        }
      }
    }
    return false;
  }
}
