package org.stadtstand.serve.subscription;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.serve.cost.Caller;
import org.stadtstand.serve.cost.RateLimit;
import org.stadtstand.serve.request.HeaderLines;
import org.stadtstand.serve.request.Question;

/**
 * Sends events as GraphQL over Server-Sent Events does in its distinct connections mode: a response
 * for each subscription, on a thread of its own that waits until there is something to send.
 */
@Component
public class EventStreams {

  private static final String TOKEN = "X-GraphQL-Event-Stream-Token";
  private static final byte[] SIGN_OF_LIFE = bytes(":\n\n");
  private static final byte[] COMPLETE = bytes("\n\nevent: complete\ndata: \n\n");
  private static final byte[] END = bytes("\n\n");
  private static final int RETRY = 1000;

  private final RateLimit limit;
  private final Subscriptions subscriptions;
  private final Listeners listeners;
  private final ReleaseSignals signals;
  private final SubscriptionSettings settings;

  EventStreams(
      RateLimit limit,
      Subscriptions subscriptions,
      Listeners listeners,
      ReleaseSignals signals,
      SubscriptionSettings settings) {
    this.limit = limit;
    this.subscriptions = subscriptions;
    this.listeners = listeners;
    this.signals = signals;
    this.settings = settings;
  }

  /**
   * Whether a caller can take a stream of events, if only among other things.
   *
   * @throws ApiError if it asks for the single connection mode, whatever the question is
   */
  public static boolean isAcceptedBy(HttpServletRequest request) {
    String accept = HeaderLines.of(request, HttpHeaders.ACCEPT);
    boolean accepted = accept != null && accept.toLowerCase(Locale.ROOT).contains(EventFormat.TYPE);
    if (accepted) {
      refuseSingleConnection(request);
    }
    return accepted;
  }

  /**
   * Whether a question is to be answered so: a subscription, or any other if the caller takes
   * nothing else. Some clients accept streams with everything that they ask.
   */
  public boolean suits(HttpServletRequest request, Question question) {
    return EventFormat.TYPE.equals(HeaderLines.of(request, HttpHeaders.ACCEPT))
        || subscriptions.isOne(question);
  }

  /**
   * Refuses the mode in which several requests share a stream, which one server would have to know.
   */
  private static void refuseSingleConnection(HttpServletRequest request) {
    if (request.getHeader(TOKEN) != null || request.getMethod().equals("PUT")) {
      throw new ApiError(
          ErrorCode.BAD_REQUEST,
          "The single connection mode of GraphQL over Server-Sent Events is not offered, because"
              + " its requests may reach different servers.",
          "Subscribe in the distinct connections mode, with a request for each subscription.");
    }
  }

  /** Answers with the events of a question, for as long as the caller listens. */
  public void open(HttpServletRequest request, HttpServletResponse response, Question question)
      throws IOException {
    response.setContentType(EventFormat.TYPE + ";charset=UTF-8");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    // Otherwise some proxies collect events until there are enough of them.
    response.setHeader("X-Accel-Buffering", "no");
    if (request.getMethod().equals("HEAD")) {
      return;
    }
    Caller caller = limit.caller(request);
    ReleaseSignal signal = signals.open();
    Listeners.Place place = place(caller, signal);
    EventStream stream = subscriptions.open(caller, question, request.getHeader("Last-Event-ID"));
    EventConnection connection = EventConnection.of(request, response, signal::end);
    Thread.ofVirtual()
        .name("listener")
        .start(
            () -> {
              try (signal) {
                send(stream, signal, connection);
              } finally {
                place.leave();
                connection.complete();
              }
            });
  }

  private Listeners.Place place(Caller caller, ReleaseSignal signal) {
    try {
      return listeners.enter(caller, signal::end);
    } catch (ApiError refusal) {
      signal.close();
      throw refusal;
    }
  }

  private void send(EventStream stream, ReleaseSignal signal, EventConnection connection) {
    try {
      // Not all at once after a restart.
      int retry = RETRY + ThreadLocalRandom.current().nextInt(4 * RETRY);
      connection.send(bytes("retry: " + retry), END);
      while (!signal.isOver()) {
        StreamEvent event = stream.next(signal, settings.heartbeat());
        send(event, connection);
        if (event != null && event.isLast()) {
          return;
        }
      }
    } catch (IOException gone) {
      // The listener has hung up, or took nothing for too long; it goes on from its last event.
      signal.end();
    }
  }

  private static void send(@Nullable StreamEvent event, EventConnection connection)
      throws IOException {
    if (event == null) {
      connection.send(SIGN_OF_LIFE);
      return;
    }
    String id = event.id().isEmpty() ? "" : "id: " + event.id() + "\n";
    byte[] head = bytes("event: next\n" + id + "data: ");
    byte[] tail = event.isLast() ? COMPLETE : END;
    connection.send(head, event.json(), tail);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
