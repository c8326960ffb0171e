package org.stadtstand.deliver.redaction;

import java.io.PrintStream;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stadtstand.deliver.publication.Model;
import org.stadtstand.deliver.publication.Publication;
import org.stadtstand.deliver.publication.RedactionRefused;
import org.stadtstand.ground.command.CommandLine;
import org.stadtstand.ground.database.Publishing;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.time.RecordRedacted;

/** Carries out the commands {@code redact} and {@code lift}, whole or not at all. */
@Component
public class Redactions {

  private static final int DONE = 0;
  private static final int REFUSED = 1;
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,8}");

  private final Publishing publishing;
  private final Model model;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  public Redactions(
      Publishing publishing, Model model, Clock clock, ApplicationEventPublisher events) {
    this.publishing = publishing;
    this.model = model;
    this.clock = clock;
    this.events = events;
  }

  /** Returns the exit code; empty if the command was not understood. */
  public Optional<Integer> run(CommandLine line, PrintStream out) {
    return work(line)
        .map(
            work -> {
              try {
                out.println(work.get().in(line.language()));
                return DONE;
              } catch (RedactionRefused refused) {
                out.println(refused.sentence().in(line.language()));
                return REFUSED;
              }
            });
  }

  /** What the command does, which returns what is told of it. */
  private Optional<Supplier<Text>> work(CommandLine line) {
    List<String> words = line.words();
    if (words.size() != 4 || line.reason().isEmpty()) {
      return Optional.empty();
    }
    return words.getFirst().equals("lift")
        ? Optional.of(() -> lift(line))
        : order(line).map(order -> () -> redact(words.get(1), order));
  }

  private static Optional<Redaction.Order> order(CommandLine line) {
    List<String> words = line.words();
    String release = line.options().getOrDefault("--release", "all");
    String basis = line.options().getOrDefault("--legal-basis", "").strip();
    boolean all = release.equals("all");
    if (basis.isEmpty() || !all && !NUMBER.matcher(release).matches()) {
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

  private Text redact(String municipality, Redaction.Order order) {
    int[] states = new int[1];
    inTurn(
        municipality,
        (jdbc, id) -> states[0] = new Redaction(jdbc, model, id).carryOut(order, now()));
    events.publishEvent(new RecordRedacted(municipality));
    return new Text(
        "Aus %d veröffentlichten Zuständen zurückgehalten.".formatted(states[0]),
        "Withheld from %d published states.".formatted(states[0]));
  }

  private Text lift(CommandLine line) {
    Lifting.Order order =
        new Lifting.Order(
            line.words().get(2), line.words().get(3), line.options().get("--field"), line.reason());
    inTurn(line.words().get(1), (jdbc, id) -> new Lifting(jdbc, model, id).carryOut(order, now()));
    return new Text(
        "Aufgehoben: Die nächste Lieferung wird veröffentlicht, wie sie ist.",
        "Lifted: the next delivery is published as it is.");
  }

  /** What is done to a municipality's record while nobody else changes it. */
  private interface Work {
    void on(JdbcClient jdbc, int municipality);
  }

  private void inTurn(String municipality, Work work) {
    publishing
        .transaction()
        .executeWithoutResult(
            status -> {
              JdbcClient jdbc = publishing.jdbc();
              Publication.queue(jdbc);
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
