package org.stadtstand.serve.hook;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.record.time.Present;
import org.stadtstand.record.time.Release;
import org.stadtstand.serve.hook.HookTable.Reached;

/**
 * Tells one receiver, one message after the other; those that failed wait, and hold up no other.
 */
final class HookSender {

  private static final Logger log = LoggerFactory.getLogger(HookSender.class);

  private static final int GONE = 410;

  /** Another server will hear of it, or this one, before long. */
  private static final Duration NOT_HEARD_YET = Duration.ofSeconds(1);

  /** What else there is to do for a message, besides sending it. */
  private static final Duration SLACK = Duration.ofSeconds(30);

  private final HookSettings.Receiver receiver;
  private final SigningSecrets secrets;
  private final HookSettings settings;
  private final HookTable table;
  private final HookBodies bodies;
  private final HookConnection connection;
  private final Clock clock;
  private final LongAdder delivered = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private final LongAdder givenUp = new LongAdder();
  private volatile int waiting;
  private Map<String, Reached> noted = Map.of();
  private boolean met;
  private boolean away;

  HookSender(
      HookSettings.Receiver receiver,
      SigningSecrets secrets,
      HookSettings settings,
      HookTable table,
      HookBodies bodies,
      Clock clock) {
    this.receiver = receiver;
    this.secrets = secrets;
    this.settings = settings;
    this.table = table;
    this.bodies = bodies;
    this.clock = clock;
    this.connection =
        new HookConnection(
            receiver.url(),
            new OutsideAddresses(InetAddress::getAllByName, settings.ranges()),
            settings.patience());
  }

  long delivered() {
    return delivered.sum();
  }

  long failures() {
    return failures.sum();
  }

  long givenUp() {
    return givenUp.sum();
  }

  int waiting() {
    return waiting;
  }

  /** Notes what is new, and sends what is due. */
  void turn(Present present) {
    note(reached(present));
    boolean more = true;
    while (more && !Thread.currentThread().isInterrupted()) {
      Optional<HookMessage> message = table.take(receiver.name(), settings.patience().plus(SLACK));
      message.ifPresent(each -> send(each, present));
      more = message.isPresent();
    }
    waiting = table.waiting(receiver.name());
  }

  private void note(Map<String, Reached> now) {
    if (!met) {
      table.meet(receiver.name(), now);
      met = true;
    }
    if (!now.equals(noted)) {
      boolean gone = table.isGone(receiver.name(), receiver.url().toString());
      Set<HookEvent> events = gone ? Set.of() : receiver.events();
      now.forEach(
          (municipality, reached) -> {
            if (!reached.equals(noted.get(municipality))) {
              table.note(receiver.name(), municipality, reached, events);
            }
          });
      noted = now;
    }
  }

  private Map<String, Reached> reached(Present present) {
    return present.places().stream()
        .filter(this::isMeant)
        .collect(
            Collectors.toMap(
                MunicipalityRef::key,
                place -> {
                  List<Release> all = present.releases(place);
                  return new Reached(
                      all.isEmpty() ? 0 : all.getLast().number(), place.redactions());
                }));
  }

  private boolean isMeant(MunicipalityRef place) {
    return receiver.municipalities().isEmpty()
        ? !place.demo()
        : receiver.municipalities().contains(place.key());
  }

  private void send(HookMessage message, Present present) {
    Optional<String> body = bodies.of(message, present);
    if (body.isEmpty()) {
      table.untouched(message, NOT_HEARD_YET);
      return;
    }
    try {
      HookConnection.Answer answer = connection.post(headers(message, body.get()), body.get());
      if (answer.status() / 100 == 2) {
        succeed(message);
      } else if (answer.status() == GONE) {
        log.warn("{} answered 410 and is told nothing more until it has another url.", receiver);
        table.gone(receiver.name(), receiver.url().toString());
      } else {
        table.quiet(receiver.name(), RetryAfter.pause(answer.retryAfter(), clock.instant()));
        fail(message, "it answered " + answer.status());
      }
    } catch (IOException e) {
      fail(message, String.valueOf(e.getMessage()));
    }
  }

  private Map<String, String> headers(HookMessage message, String body) {
    Instant now = clock.instant();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("User-Agent", "Stadtstand");
    headers.put("webhook-id", message.id());
    headers.put("webhook-timestamp", String.valueOf(now.getEpochSecond()));
    headers.put("webhook-signature", secrets.sign(message.id(), now, body));
    return headers;
  }

  private void succeed(HookMessage message) {
    table.end(message, HookOutcome.DELIVERED);
    delivered.increment();
    if (away) {
      log.info("{} can be told again.", receiver);
    }
    away = false;
  }

  private void fail(HookMessage message, String why) {
    failures.increment();
    if (message.attempts() >= settings.attempts()) {
      table.end(message, HookOutcome.GIVEN_UP);
      givenUp.increment();
      log.warn(
          "{} was not told of {} {} of {} in {} attempts, the last of which failed: {}",
          receiver,
          message.kind().type(),
          message.number(),
          message.municipality(),
          message.attempts(),
          why);
    } else {
      table.again(message, settings.pause(message.attempts()));
      if (!away) {
        log.warn("{} could not be told: {}. It is tried again.", receiver, why);
      }
    }
    away = true;
  }
}
