package org.stadtstand.serve.subscription;

import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.encoding.JsonCodec;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.fault.Faults;
import org.stadtstand.serve.cost.Budget;
import org.stadtstand.serve.cost.Caller;
import org.stadtstand.serve.request.JsonText;
import org.stadtstand.serve.request.PersistedQueries;
import org.stadtstand.serve.request.Question;
import org.stadtstand.serve.request.QuestionParameters;

/**
 * One WebSocket under the protocol {@code graphql-transport-ws}: what may be said when, and the
 * code with which a connection is closed that says something else.
 */
final class SocketConnection implements MessageHandler.Partial<String> {

  private static final int GOING_AWAY = 1001;
  private static final int TOO_BIG = 1009;
  private static final int BAD_MESSAGE = 4400;
  private static final int UNAUTHORIZED = 4401;
  private static final int INIT_TIMEOUT = 4408;
  private static final int SUBSCRIBER_EXISTS = 4409;
  private static final int TOO_MANY = 4429;

  /** Characters of a message; those of a question have a narrower limit of their own. */
  private static final int LONGEST = 400_000;

  private final SocketParts parts;
  private final Caller caller;
  private final Map<String, ReleaseSignal> subscriptions = new ConcurrentHashMap<>();
  private final StringBuilder message = new StringBuilder();
  private Runnable leave = () -> {};
  private volatile @Nullable SocketSender sender;
  private volatile boolean initialised;

  SocketConnection(SocketParts parts, Caller caller) {
    this.parts = parts;
    this.caller = caller;
  }

  /** What to do when it is closed. */
  void left(Runnable leave) {
    this.leave = leave;
  }

  void open(Session session) {
    SubscriptionSettings settings = parts.settings();
    session
        .getUserProperties()
        .put("org.apache.tomcat.websocket.BLOCKING_SEND_TIMEOUT", settings.slow().toMillis());
    // Who only holds a connection is sent away; a subscription pings more often.
    session.setMaxIdleTimeout(settings.heartbeat().multipliedBy(4).toMillis());
    SocketSender opened = new SocketSender(session);
    sender = opened;
    session.addMessageHandler(String.class, this);
    Thread.ofVirtual().name("socket").start(() -> awaitBegin(opened, settings.initTimeout()));
  }

  private void awaitBegin(SocketSender opened, Duration timeout) {
    try {
      Thread.sleep(timeout);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!initialised) {
      opened.close(INIT_TIMEOUT, "Connection initialisation timeout");
    }
  }

  /** The server stops; the client goes on elsewhere, from where it stands. */
  void goAway() {
    closed();
    SocketSender open = sender;
    if (open != null) {
      open.close(GOING_AWAY, "The server stops");
    }
  }

  void closed() {
    subscriptions.values().forEach(ReleaseSignal::end);
    leave.run();
  }

  @Override
  public void onMessage(String part, boolean last) {
    SocketSender to = sender;
    if (to == null) {
      return;
    }
    message.append(part);
    if (message.length() > LONGEST) {
      to.close(TOO_BIG, "The message is longer than " + LONGEST + " characters");
    } else if (last) {
      String whole = message.toString();
      message.setLength(0);
      try {
        pay();
        said(to, whole);
      } catch (ApiError refusal) {
        int code = refusal.code() == ErrorCode.TOO_MANY_REQUESTS ? TOO_MANY : BAD_MESSAGE;
        to.close(code, String.valueOf(refusal.getMessage()));
      } catch (IOException gone) {
        closed();
      }
    }
  }

  /** A message costs what a request costs. */
  private void pay() {
    Budget budget = caller.budget();
    try {
      budget.pay(Budget.REQUEST);
    } finally {
      budget.settle();
    }
  }

  private void said(SocketSender to, String text) throws IOException {
    if (!(JsonText.read(text) instanceof Map<?, ?> said)) {
      to.close(BAD_MESSAGE, "The message is no JSON object");
      return;
    }
    switch (String.valueOf(said.get("type"))) {
      case "connection_init" -> begin(to);
      case "ping" -> to.send("pong", Map.of());
      case "pong" -> {}
      case "subscribe" -> subscribe(to, said);
      case "complete" -> {
        ReleaseSignal signal =
            said.get("id") instanceof String id ? subscriptions.remove(id) : null;
        if (signal != null) {
          signal.end();
        }
      }
      default -> to.close(BAD_MESSAGE, "The type of the message is unknown");
    }
  }

  private void begin(SocketSender to) throws IOException {
    if (initialised) {
      to.close(TOO_MANY, "Too many initialisation requests");
      return;
    }
    initialised = true;
    to.send("connection_ack", Map.of());
  }

  private void subscribe(SocketSender to, Map<?, ?> said) throws IOException {
    if (!(said.get("id") instanceof String id)
        || id.isEmpty()
        || !(said.get("payload") instanceof Map<?, ?> payload)) {
      to.close(BAD_MESSAGE, "A subscription has an id and a payload");
      return;
    }
    if (!initialised) {
      to.close(UNAUTHORIZED, "Unauthorized");
      return;
    }
    if (subscriptions.containsKey(id)) {
      to.close(SUBSCRIBER_EXISTS, "Subscriber for " + id + " already exists");
      return;
    }
    try {
      EventStream stream = parts.subscriptions().open(caller, question(payload), null);
      ReleaseSignal signal = parts.signals().open();
      subscriptions.put(id, signal);
      Thread.ofVirtual().name("listener").start(() -> follow(to, id, stream, signal));
    } catch (ApiError refusal) {
      to.send("error", Map.of("id", id, "payload", errors(refusal)));
    }
  }

  private Question question(Map<?, ?> payload) {
    if (subscriptions.size() >= parts.settings().perSocket()) {
      throw new ApiError(
          ErrorCode.TOO_MANY_REQUESTS,
          "A WebSocket carries at most %d subscriptions at once."
              .formatted(parts.settings().perSocket()),
          "Complete one, or open another WebSocket.");
    }
    Question question = parts.persisted().question(QuestionParameters.of(payload));
    if (question == null) {
      throw PersistedQueries.notFound();
    }
    return question;
  }

  private void follow(SocketSender to, String id, EventStream stream, ReleaseSignal signal) {
    try (signal) {
      while (!signal.isOver()) {
        StreamEvent event = stream.next(signal, parts.settings().heartbeat());
        if (event == null) {
          to.ping();
        } else {
          if (event.isLast()) {
            subscriptions.remove(id, signal);
          }
          tell(to, id, event);
          if (event.isLast()) {
            return;
          }
        }
      }
    } catch (IOException gone) {
      closed();
    }
  }

  private static void tell(SocketSender to, String id, StreamEvent event) throws IOException {
    switch (event.kind()) {
      case NEXT -> to.next(id, event.json());
      case LAST -> {
        to.next(id, event.json());
        to.send("complete", Map.of("id", id));
      }
      case REFUSED ->
          to.send(
              "error",
              Map.of("id", id, "payload", JsonCodec.PLAIN.readTree(event.json()).path("errors")));
    }
  }

  private static List<Map<String, Object>> errors(ApiError refusal) {
    return Faults.written(List.of(Faults.graphQl(refusal)));
  }
}
