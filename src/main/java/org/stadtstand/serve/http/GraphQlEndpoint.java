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
import org.springframework.stereotype.Component;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.serve.cost.Budget;
import org.stadtstand.serve.format.Format;
import org.stadtstand.serve.format.Formats;
import org.stadtstand.serve.format.Negotiation;
import org.stadtstand.serve.format.Refusals;
import org.stadtstand.serve.request.AddressParameters;
import org.stadtstand.serve.request.Body;
import org.stadtstand.serve.request.HeaderLines;
import org.stadtstand.serve.request.PersistedQueries;
import org.stadtstand.serve.request.Question;
import org.stadtstand.serve.request.QuestionParameters;
import org.stadtstand.serve.response.ParsedRequestCache;
import org.stadtstand.serve.response.Response;
import org.stadtstand.serve.response.ResponseHandler;
import org.stadtstand.serve.subscription.EventStreams;
import org.stadtstand.serve.subscription.SocketUpgrade;
import org.stadtstand.serve.view.ServerAddresses;

/**
 * The GraphQL endpoint, following GraphQL over HTTP and, for QUERY, RFC 10008. It turns a request
 * into a question and a format, and sends the response that {@link ResponseHandler} returns for
 * them. It is a servlet because the layers between the web server and a controller cost more than a
 * cached answer.
 */
@SuppressWarnings("serial")
class GraphQlEndpoint extends HttpServlet {

  static final String PATH = "/graphql";
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
  private final ServerAddresses addresses;
  private final Listened listened;

  GraphQlEndpoint(
      ResponseHandler handler,
      Formats formats,
      Sent sent,
      ServerAddresses addresses,
      Listened listened) {
    this.handler = handler;
    this.formats = formats;
    this.persisted = sent.persisted();
    this.body = sent.body();
    this.known = sent.known();
    this.addresses = addresses;
    this.listened = listened;
  }

  /** What reads a request. */
  @Component
  record Sent(PersistedQueries persisted, Body body, ParsedRequestCache known) {}

  /** What answers one that listens. */
  @Component
  record Listened(EventStreams streams, SocketUpgrade sockets) {}

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (isVisit(request)) {
      request.getRequestDispatcher("/graphiql").forward(request, response);
      return;
    }
    if (request.getMethod().equals("OPTIONS")) {
      describe(response);
      return;
    }
    try {
      Response answer = answer(request, response);
      if (answer != null) {
        send(request, response, answer);
      }
    } catch (RuntimeException fault) {
      if (response.isCommitted()) {
        // The web server then breaks the connection, so that a partial answer does not look
        // complete.
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

  /**
   * Whether somebody opened the endpoint in a browser or only probes it; both are sent to GraphiQL.
   */
  private static boolean isVisit(HttpServletRequest request) {
    if (!isAskedByAddress(request) || SocketUpgrade.isAsked(request)) {
      return false;
    }
    String query = request.getQueryString();
    String accept = HeaderLines.of(request, HttpHeaders.ACCEPT);
    return (accept == null || accept.contains("*/*") || accept.contains("text/html"))
        && (query == null || QUESTION.stream().noneMatch(name -> query.contains(name + "=")));
  }

  private static boolean isAskedByAddress(HttpServletRequest request) {
    return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
  }

  private static void describe(HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    response.setHeader(HttpHeaders.ALLOW, METHODS);
    response.setHeader("Accept-Query", "application/json");
  }

  /** Null if the request was one to listen, which is answered as long as anybody does. */
  private @Nullable Response answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    String accept = HeaderLines.of(request, HttpHeaders.ACCEPT);
    Budget.current().pay(Budget.REQUEST);
    if (SocketUpgrade.isAsked(request)) {
      listened.sockets().upgrade(request, response);
      return null;
    }
    boolean streams = EventStreams.isAcceptedBy(request);
    String sent = isAskedByAddress(request) ? null : sent(request);
    String text = ParsedRequestCache.text(accept, request.getQueryString(), sent);
    ParsedRequestCache.Read read = known.find(text);
    if (read != null) {
      return ask(request, read.question(), read.format());
    }
    Map<String, String> address = AddressParameters.of(request.getQueryString());
    QuestionParameters parameters =
        sent == null ? QuestionParameters.ofAddress(address) : QuestionParameters.ofBody(sent);
    Question question = persisted.question(parameters);
    if (streams && question != null && listened.streams().suits(request, question)) {
      listened.streams().open(request, response, question);
      return null;
    }
    Format format = Negotiation.format(accept, formats.ofQuestions()).with(options(address));
    // Every client begins with a miss, so it is not a mistake of the request.
    return question == null
        ? Response.once(Refusals.ofQuestion(PersistedQueries.notFound(), format))
        : answer(request, parameters, question, format, text);
  }

  private Response refusal(HttpServletRequest request, RuntimeException fault) {
    Format format = formats.ofRefusals(HeaderLines.of(request, HttpHeaders.ACCEPT));
    return Response.once(Refusals.of(fault, format));
  }

  private String sent(HttpServletRequest request) throws IOException {
    return switch (request.getMethod()) {
      case "POST", "QUERY" -> body.read(request);
      default -> throw noSuchMethod(request.getMethod());
    };
  }

  private Response answer(
      HttpServletRequest request,
      QuestionParameters parameters,
      Question question,
      Format format,
      String text) {
    Response answer = ask(request, question, format);
    if (answer.representation().whole()) {
      persisted.keep(parameters);
      if (PersistedQueries.hash(parameters) == null) {
        known.keep(text, new ParsedRequestCache.Read(question, format));
      }
    }
    return answer;
  }

  /**
   * The host belongs to the request and not to what it asks for, which is known again without it.
   */
  private Response ask(HttpServletRequest request, Question question, Format format) {
    return handler.ask(request, question, Formats.from(format, () -> addresses.of(request)));
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
