package org.stadtstand.serve.response;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stadtstand.serve.answer.FinishedAnswer;
import org.stadtstand.serve.cost.Budget;
import org.stadtstand.serve.cost.RateLimit;
import org.stadtstand.serve.cost.Toll;
import org.stadtstand.serve.format.Form;
import org.stadtstand.serve.request.Question;

/**
 * A question exchanged for an answer over HTTP: the caller's budget and codings, validators and
 * conditions, how long others may keep it, and where it comes from. Every way to an answer uses it,
 * so that all behave alike.
 */
@Component
public class Exchange {

  private static final String BUDGET = Budget.class.getName();

  private final FinishedAnswers answers;
  private final Explanation explanation;
  private final RateLimit limit;
  private final Freshness freshness;

  Exchange(FinishedAnswers answers, Explanation explanation, RateLimit limit, Freshness freshness) {
    this.answers = answers;
    this.explanation = explanation;
    this.limit = limit;
    this.freshness = freshness;
  }

  /** The caller of the request asks, and pays. */
  public Ready ask(HttpServletRequest request, Question question, Form form) {
    Budget budget = budget(request);
    if (prefersExplanation(request)) {
      Optional<FinishedAnswer> explained = explanation.of(question, form);
      if (explained.isPresent()) {
        budget.pay(Toll.KEPT);
        return Ready.once(explained.get());
      }
    }
    return answers.finish(
        question, form, Coding.accepted(request.getHeader("Accept-Encoding")), budget);
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
      HttpServletRequest request, HttpServletResponse response, Ready ready, String vary)
      throws IOException {
    FinishedAnswer answer = ready.answer();
    response.setHeader("Cache-Control", freshness.cacheControl(ready));
    response.setHeader("Cache-Status", freshness.cacheStatus(ready));
    response.setHeader("Vary", vary.isEmpty() ? "Accept-Encoding" : vary + ", Accept-Encoding");
    if (freshness.isStale(ready)) {
      // No longer in the newest RFC, and still what most programs look for.
      response.setHeader("Warning", "110 stadtstand \"The database is away\"");
    }
    answer.headers().forEach(response::setHeader);
    budget(request).fields().forEach(response::setHeader);
    Written written = ready.written();
    if (written != null) {
      written.validators().writeTo(response);
      if (Condition.isKnown(request, written)) {
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        return;
      }
    }
    response.setStatus(answer.status());
    response.setContentType(answer.contentType());
    body(response, ready);
  }

  private static void body(HttpServletResponse response, Ready ready) throws IOException {
    switch (ready.answer().content()) {
      case FinishedAnswer.Bytes(byte[] bytes) -> {
        if (ready.coding() == Coding.GZIP) {
          response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
      }
      case FinishedAnswer.Flow flow -> flow.writeTo(response.getOutputStream());
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
