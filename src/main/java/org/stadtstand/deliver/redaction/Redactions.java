package org.stadtstand.deliver.redaction;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stadtstand.deliver.checks.Model;
import org.stadtstand.deliver.checks.PublishingLock;
import org.stadtstand.ground.database.WriteDatabase;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.chain.CitationLog;
import org.stadtstand.record.time.RecordRedacted;

/** Makes and lifts redactions, all or nothing, and while nobody else changes the record. */
@Component
class Redactions {

  private final WriteDatabase publishing;
  private final Model model;
  private final Clock clock;
  private final CitationLog citations;
  private final ApplicationEventPublisher events;

  Redactions(
      WriteDatabase publishing,
      Model model,
      Clock clock,
      CitationLog citations,
      ApplicationEventPublisher events) {
    this.citations = citations;
    this.publishing = publishing;
    this.model = model;
    this.clock = clock;
    this.events = events;
  }

  Redaction.Outcome redact(String municipality, Redaction.Order order) {
    Redaction.Outcome outcome = inTurn(municipality, true, redaction(municipality, order));
    events.publishEvent(new RecordRedacted(municipality));
    return outcome;
  }

  /** Does everything {@link #redact} does, and rolls it back. */
  Redaction.Outcome preview(String municipality, Redaction.Order order) {
    return inTurn(municipality, false, redaction(municipality, order));
  }

  private Work<Redaction.Outcome> redaction(String municipality, Redaction.Order order) {
    return (jdbc, id) -> {
      Redaction.Outcome outcome = new Redaction(jdbc, model, id).carryOut(order, now());
      citations.empty(jdbc, municipality);
      return outcome;
    };
  }

  Text lift(String municipality, RedactionLift.Order order) {
    inTurn(
        municipality,
        true,
        (jdbc, id) -> {
          new RedactionLift(jdbc, model, id).carryOut(order, now());
          return true;
        });
    return new Text(
        "Aufgehoben: Die nächste Lieferung wird veröffentlicht, wie sie ist.",
        "Lifted: the next delivery is published as it is.");
  }

  /** Work on a municipality's record while nobody else changes it. */
  private interface Work<T> {
    T on(JdbcClient jdbc, int municipality);
  }

  private <T> T inTurn(String municipality, boolean keep, Work<T> work) {
    return Objects.requireNonNull(
        publishing
            .transaction()
            .execute(
                status -> {
                  JdbcClient jdbc = publishing.jdbc();
                  PublishingLock.take(jdbc);
                  T result = work.on(jdbc, municipality(jdbc, municipality));
                  if (!keep) {
                    status.setRollbackOnly();
                  }
                  return result;
                }));
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
