package org.stadtstand.ingest;

import java.io.PrintStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stadtstand.database.Publishing;
import org.stadtstand.history.RecordRedacted;
import org.stadtstand.ingest.Redaction.Refused;
import org.stadtstand.record.Text;

/** Carries out the command {@code redact}, whole or not at all. */
@Component
class Redactions {

  private static final int DONE = 0;
  private static final int REFUSED = 1;
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");

  private final Publishing publishing;
  private final Model model;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Redactions(Publishing publishing, Model model, Clock clock, ApplicationEventPublisher events) {
    this.publishing = publishing;
    this.model = model;
    this.clock = clock;
    this.events = events;
  }

  /** Returns the exit code; empty if the command was not understood. */
  Optional<Integer> run(CommandLine line, PrintStream out) {
    return order(line)
        .map(
            order -> {
              try {
                int states = carryOut(line.words().get(1), order);
                out.println(
                    new Text(
                            "Aus %d veröffentlichten Zuständen zurückgehalten.".formatted(states),
                            "Withheld from %d published states.".formatted(states))
                        .in(line.language()));
                return DONE;
              } catch (Refused refused) {
                out.println(refused.sentence().in(line.language()));
                return REFUSED;
              }
            });
  }

  private static Optional<Redaction.Order> order(CommandLine line) {
    List<String> words = line.words();
    String release = line.options().getOrDefault("--release", "all");
    String basis = line.options().getOrDefault("--legal-basis", "").strip();
    boolean all = release.equals("all");
    boolean whole = words.size() == 4 && !line.reason().isEmpty() && !basis.isEmpty();
    if (!whole
        || !words.getFirst().equals("redact")
        || !all && !NUMBER.matcher(release).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new Redaction.Order(
            words.get(2),
            words.get(3),
            line.options().get("--field"),
            all ? null : Integer.valueOf(release),
            line.reason(),
            basis));
  }

  private int carryOut(String municipality, Redaction.Order order) {
    int[] states = new int[1];
    publishing
        .transaction()
        .executeWithoutResult(
            status -> {
              JdbcClient jdbc = publishing.jdbc();
              Publication.queue(jdbc);
              states[0] =
                  new Redaction(jdbc, model, municipality(jdbc, municipality))
                      .carryOut(
                          order,
                          clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
            });
    events.publishEvent(new RecordRedacted(municipality));
    return states[0];
  }

  private int municipality(JdbcClient jdbc, String key) {
    return jdbc.sql("select id from record where type = :type and key = :key")
        .param("type", model.types().get("municipality").number())
        .param("key", key)
        .query(Integer.class)
        .optional()
        .orElseThrow(
            () ->
                new Refused(
                    "Es gibt keine Kommune %s.".formatted(key),
                    "There is no municipality %s.".formatted(key)));
  }
}
