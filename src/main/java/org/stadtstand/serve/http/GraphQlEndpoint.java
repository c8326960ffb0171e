package org.stadtstand.serve.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.serve.format.Format;
import org.stadtstand.serve.format.Formats;
import org.stadtstand.serve.format.Negotiation;
import org.stadtstand.serve.format.Refusals;
import org.stadtstand.serve.request.AddressParameters;
import org.stadtstand.serve.request.Body;
import org.stadtstand.serve.request.PersistedQueries;
import org.stadtstand.serve.request.Question;
import org.stadtstand.serve.request.QuestionParameters;
import org.stadtstand.serve.response.ParsedRequestCache;
import org.stadtstand.serve.response.Response;
import org.stadtstand.serve.response.ResponseHandler;

/**
 * The GraphQL endpoint, by GraphQL over HTTP and, for QUERY, by RFC 10008: a request becomes a
 * question and a format, one call to {@link ResponseHandler} makes finished bytes of them (the
 * place for caches and limits), and these are sent. A servlet of its own, because what lies between
 * the web server and a controller costs more than an answer that is kept.
 */
@SuppressWarnings("serial")
class GraphQlEndpoint extends HttpServlet {

  static final String METHODS = "GET, HEAD, POST, QUERY, OPTIONS";

  private static final Set<String> QUESTION =
      Set.of(
          QuestionParameters.QUERY,
          QuestionParameters.OPERATION,
          QuestionParameters.VARIABLES,
          QuestionParameters.EXTENSIONS);

  private final ResponseHandler handler;
  private final Formats formats;
  private final PersistedQueries persisted;
  private final Body body;
  private final ParsedRequestCache known;

  GraphQlEndpoint(
      ResponseHandler handler,
      Formats formats,
      PersistedQueries persisted,
      Body body,
      ParsedRequestCache known) {
    this.handler = handler;
    this.formats = formats;
    this.persisted = persisted;
    this.body = body;
    this.known = known;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (isVisit(request)) {
      request.getRequestDispatcher("/graphiql").forward(request, response);
      return;
    }
    if (request.getMethod().equals("OPTIONS")) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      response.setHeader(HttpHeaders.ALLOW, METHODS);
      response.setHeader("Accept-Query", "application/json");
      return;
    }
    try {
      send(request, response, answer(request));
    } catch (RuntimeException fault) {
      if (response.isCommitted()) {
        // The web server then breaks the connection off, so that a part does not look whole.
        throw fault;
      }
      response.resetBuffer();
      send(request, response, refusal(request, fault));
    }
  }

  private void send(HttpServletRequest request, HttpServletResponse response, Response answer)
      throws IOException {
    if (answer.representation().status() == HttpServletResponse.SC_METHOD_NOT_ALLOWED) {
      response.setHeader(HttpHeaders.ALLOW, METHODS);
    }
    handler.send(request, response, answer, "Accept, Prefer");
  }

  /** Who opens the endpoint in a browser, or looks whether it is there, is shown the explorer. */
  private static boolean isVisit(HttpServletRequest request) {
    if (!isAskedByAddress(request)) {
      return false;
    }
    String query = request.getQueryString();
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return (accept == null || accept.contains("*/*") || accept.contains("text/html"))
        && (query == null || QUESTION.stream().noneMatch(name -> query.contains(name + "=")));
  }

  private static boolean isAskedByAddress(HttpServletRequest request) {
    return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
  }

  private Response answer(HttpServletRequest request) throws IOException {
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    try {
      String sent = isAskedByAddress(request) ? null : sent(request);
      String text = ParsedRequestCache.text(accept, request.getQueryString(), sent);
      ParsedRequestCache.Read read = known.find(text);
      return read == null
          ? answer(request, text, sent)
          : handler.ask(request, read.question(), read.format());
    } catch (RuntimeException fault) {
      return refusal(request, fault);
    }
  }

  private Response refusal(HttpServletRequest request, RuntimeException fault) {
    Format format = formats.ofRefusals(request.getHeader(HttpHeaders.ACCEPT));
    return Response.once(Refusals.of(fault, format));
  }

  private String sent(HttpServletRequest request) throws IOException {
    return switch (request.getMethod()) {
      case "POST", "QUERY" -> body.read(request);
      default -> throw noSuchMethod(request.getMethod());
    };
  }

  private Response answer(HttpServletRequest request, String text, @Nullable String sent) {
    Map<String, String> address = AddressParameters.of(request.getQueryString());
    QuestionParameters parameters =
        sent == null ? QuestionParameters.ofAddress(address) : QuestionParameters.ofBody(sent);
    Format format =
        Negotiation.format(request.getHeader(HttpHeaders.ACCEPT), formats.ofQuestions())
            .with(options(address));
    Question question = persisted.question(parameters);
    if (question == null) {
      // A miss is what every client begins with, and no mistake of its request.
      return Response.once(Refusals.ofQuestion(PersistedQueries.notFound(), format));
    }
    Response answer = handler.ask(request, question, format);
    if (answer.representation().whole()) {
      persisted.keep(parameters);
      if (PersistedQueries.hash(parameters) == null) {
        known.keep(text, new ParsedRequestCache.Read(question, format));
      }
    }
    return answer;
  }

  private static Map<String, String> options(Map<String, String> address) {
    address.keySet().removeAll(QUESTION);
    return address;
  }

  private static ApiError noSuchMethod(String method) {
    return new ApiError(
        ErrorCode.METHOD_NOT_ALLOWED,
        "Questions are not asked with " + method + ".",
        "Use one of " + METHODS + ".");
  }
}
