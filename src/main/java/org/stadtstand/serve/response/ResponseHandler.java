package org.stadtstand.serve.response;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stadtstand.serve.cost.Budget;
import org.stadtstand.serve.format.Format;
import org.stadtstand.serve.format.Representation;
import org.stadtstand.serve.request.HeaderLines;
import org.stadtstand.serve.request.Question;

/**
 * Does what every response needs, whichever endpoint received the question: budgets, codings,
 * validators, conditions, freshness and the origin of the answer.
 */
@Component
public class ResponseHandler {

  private final Responses responses;
  private final CostExplanation explanation;
  private final Freshness freshness;
  private final AnswerMeters meters;

  ResponseHandler(
      Responses responses, CostExplanation explanation, Freshness freshness, AnswerMeters meters) {
    this.responses = responses;
    this.explanation = explanation;
    this.freshness = freshness;
    this.meters = meters;
  }

  /** Answers a question at the expense of the request's caller. */
  public Response ask(HttpServletRequest request, Question question, Format format) {
    if (prefersExplanation(request)) {
      Optional<Representation> explained = explanation.of(question, format);
      if (explained.isPresent()) {
        return Response.once(explained.get());
      }
    }
    ContentCoding coding = ContentCoding.accepted(HeaderLines.of(request, "Accept-Encoding"));
    return meters.counted(responses.respond(question, format, coding));
  }

  /** The same without a request, which ends before a stream of answers does. */
  public Response ask(Question question, Format format) {
    return meters.counted(responses.respond(question, format, ContentCoding.IDENTITY));
  }

  /** Whether the answer may be sent compressed; parts are cut from the bytes as they are. */
  public boolean mayCompress(HttpServletRequest request) {
    return request.getHeader("Range") == null
        && ContentCoding.accepted(HeaderLines.of(request, "Accept-Encoding")) == ContentCoding.GZIP;
  }

  /**
   * Sends a response with its status, or 304.
   *
   * @param vary further request headers that the answer depends on, if any
   */
  public void send(
      HttpServletRequest request, HttpServletResponse response, Response whole, String vary)
      throws IOException {
    Validators known = whole.validators();
    boolean missed = known != null && Condition.isMissed(request, known);
    boolean unchanged = known != null && !missed && Condition.isKnown(request, known);
    ByteRange part = ByteRange.of(request, whole);
    Response answer = whole;
    if (missed) {
      answer = Condition.refusal();
    } else if (part == ByteRange.NONE && !unchanged) {
      answer = ByteRange.refusal(whole);
    }
    describe(response, answer, vary);
    Budget.current().report(response);
    Validators validators = answer.validators();
    if (validators != null) {
      validators.writeTo(response);
    }
    if (unchanged) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
    } else {
      body(request, response, answer, part);
    }
  }

  private static void body(
      HttpServletRequest request, HttpServletResponse response, Response answer, ByteRange part)
      throws IOException {
    response.setStatus(answer.representation().status());
    response.setContentType(answer.representation().contentType());
    if (answer.coding() == ContentCoding.GZIP) {
      response.setHeader("Content-Encoding", "gzip");
    }
    switch (answer.representation().content()) {
      case Representation.Bytes(byte[] bytes) -> {
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
      }
      case Representation.Stored file -> part.send(file, request, response);
      case Representation.Flow flow -> {
        // A HEAD request does not wait for bytes that are never sent.
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
      // The current RFC has dropped this header, but most programs still look for it.
      response.setHeader("Warning", "110 stadtstand \"The database is away\"");
    }
    answer.representation().headers().forEach(response::setHeader);
  }

  /**
   * Writes the bytes. A failure before the first byte becomes a refusal, which must not keep any of
   * the file's header fields. After it the connection must break.
   */
  private static void flow(
      HttpServletResponse response, Representation representation, Representation.Flow flow)
      throws IOException {
    CountedBytes out = new CountedBytes(response.getOutputStream());
    try {
      flow.writeTo(out);
    } catch (IOException | RuntimeException fault) {
      if (response.isCommitted()) {
        throw BrokenTransfer.of(fault);
      }
      response.resetBuffer();
      representation.headers().keySet().forEach(name -> response.setHeader(name, null));
      throw fault;
    } finally {
      Budget.current().write(out.count);
    }
  }

  /** Charges the bytes of a flow, whose number is known only at its end. */
  private static final class CountedBytes extends FilterOutputStream {

    private long count;

    CountedBytes(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
      count += length;
    }
  }

  private static boolean prefersExplanation(HttpServletRequest request) {
    String preferences = HeaderLines.of(request, "Prefer");
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
