package org.stadtstand.deliver.redaction;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stadtstand.deliver.checks.Model;
import org.stadtstand.deliver.checks.PublishingLock;
import org.stadtstand.ground.database.WriteDatabase;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.time.RecordRedacted;

/** Makes and lifts redactions, all or nothing, and while nobody else changes the record. */
@Component
class Redactions {

  private final WriteDatabase publishing;
  private final Model model;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Redactions(WriteDatabase publishing, Model model, Clock clock, ApplicationEventPublisher events) {
    this.publishing = publishing;
    this.model = model;
    this.clock = clock;
    this.events = events;
  }

  /** Returns a sentence about what was done. */
  Text redact(String municipality, Redaction.Order order) {
    int[] states = new int[1];
    inTurn(
        municipality,
        (jdbc, id) -> states[0] = new Redaction(jdbc, model, id).carryOut(order, now()));
    events.publishEvent(new RecordRedacted(municipality));
    return new Text(
        "Aus %d veröffentlichten Zuständen zurückgehalten.".formatted(states[0]),
        "Withheld from %d published states.".formatted(states[0]));
  }

  Text lift(String municipality, RedactionLift.Order order) {
    inTurn(municipality, (jdbc, id) -> new RedactionLift(jdbc, model, id).carryOut(order, now()));
    return new Text(
        "Aufgehoben: Die nächste Lieferung wird veröffentlicht, wie sie ist.",
        "Lifted: the next delivery is published as it is.");
  }

  /** Work on a municipality's record while nobody else changes it. */
  private interface Work {
    void on(JdbcClient jdbc, int municipality);
  }

  private void inTurn(String municipality, Work work) {
    publishing
        .transaction()
        .executeWithoutResult(
            status -> {
              JdbcClient jdbc = publishing.jdbc();
              PublishingLock.take(jdbc);
              work.on(jdbc, municipality(jdbc, municipality));
            });
  }

  private OffsetDateTime now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  private int municipality(JdbcClient jdbc, String key) {
    return jdbc.sql("select id from record where id = municipality and key = :key")
        .param("key", key)
        .query(Integer.class)
        .optional()
        .orElseThrow(
            () ->
                new RedactionRefused(
                    "Es gibt keine Kommune %s.".formatted(key),
                    "There is no municipality %s.".formatted(key)));
  }
}
