package org.stadtstand.serve.citation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.database.WriteDatabase;
import org.stadtstand.ground.encoding.Sha256;
import org.stadtstand.record.cache.CacheMeters;
import org.stadtstand.record.chain.CitationLog;
import org.stadtstand.record.time.RecordRedacted;
import org.stadtstand.record.time.StateName;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.link.PinnedStates;
import org.stadtstand.serve.request.CanonicalJson;

/**
 * Archives cited answers and returns them unchanged. What was altered in the database is not
 * returned: the engine then answers from the published rows.
 */
@Component
class Archive implements MeterBinder {

  private static final Logger log = LoggerFactory.getLogger(Archive.class);

  private final CitationTable table;
  private final CitationLog citations;
  private final WriteDatabase owner;
  private final PinnedStates states;
  private final CitationSettings settings;
  private final Clock clock;

  /** Also remembers misses, but only for a while: another node may archive the answer meanwhile. */
  private final Cache<Key, Optional<byte[]>> known;

  Archive(
      CitationTable table,
      CitationLog citations,
      WriteDatabase owner,
      PinnedStates states,
      CitationSettings settings,
      Clock clock) {
    this.table = table;
    this.citations = citations;
    this.owner = owner;
    this.states = states;
    this.settings = settings;
    this.clock = clock;
    this.known =
        Caffeine.newBuilder()
            .recordStats()
            .maximumWeight(settings.cached().toBytes())
            .weigher((Key key, Optional<byte[]> found) -> 100 + found.map(b -> b.length).orElse(0))
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    CacheMeters.bind(registry, "citations", known);
  }

  /** The archived answer, if it was cited and is what it was. */
  Optional<Answer> find(String question, StateName state) {
    StateName whole = states.whole(state);
    Key key = new Key(question, whole);
    Optional<byte[]> found = known.getIfPresent(key);
    if (found == null) {
      found = read(key);
      known.put(key, found);
    }
    LocalDate day = Objects.requireNonNull(whole.day());
    return found.map(body -> new Answer(ArchivedBody.read(body, day), states.basis(whole)));
  }

  private Optional<byte[]> read(Key key) {
    Optional<CitationTable.Archived> archived = table.archived(key.question(), key.state());
    if (archived.isPresent() && !archived.get().intact()) {
      log.error(
          "The answer archived with citation {} was altered, and is computed anew; verify tells"
              + " more",
          archived.get().entry().number());
      return Optional.empty();
    }
    return archived.map(CitationTable.Archived::body);
  }

  /** The entry for this answer, if it was cited before and archived as far as there is room. */
  Optional<CitationEntry> entry(String question, StateName state, Answer answer) {
    StateName whole = states.whole(state);
    return table
        .entry(question, whole, sha256(answer))
        .filter(entry -> entry.answer() != null || !hasRoom(body(answer, whole)));
  }

  /** Whether the link of an entry is answered from the archive. */
  boolean holds(CitationEntry entry) {
    return read(new Key(entry.question(), entry.state())).isPresent();
  }

  String log(int after) {
    return table.published(after);
  }

  /** The newest entry. */
  CitationEntry last() {
    return table.last().orElseThrow();
  }

  /**
   * Enters an answer into the log, and archives it if there is room. Its question has been stored
   * already.
   */
  CitationEntry keep(String question, StateName state, Answer answer) {
    StateName whole = states.whole(state);
    byte[] body = body(answer, whole);
    boolean room = hasRoom(body);
    CitationEntry entry =
        table.add(
            new CitationEntry.Cited(
                question,
                whole,
                sha256(answer),
                room ? Sha256.hex(body) : null,
                LocalDate.now(clock)),
            room ? body : null);
    // Something was redacted after the answer was computed, and this server had already emptied
    // its archive.
    states.redactedSince(answer.basis()).forEach(this::empty);
    known.invalidate(new Key(question, whole));
    return entry;
  }

  private static byte[] body(Answer answer, StateName whole) {
    return ArchivedBody.write(answer, Objects.requireNonNull(whole.day()));
  }

  private boolean hasRoom(byte[] body) {
    return body.length <= settings.archivedBytes()
        && (table.holds(Sha256.hex(body)) || table.archivedAnswers() < settings.archived());
  }

  /**
   * Empties the cited answers of a municipality when it redacts something; from then on the engine
   * gives them, with a warning. Every server does this when it hears of the redaction, because
   * until then it may have archived an answer it had cached. What is archived later is no older
   * than the redaction, and is kept when that is announced again. A server that only reads archives
   * nothing, and may not empty anything.
   */
  @EventListener
  void on(RecordRedacted redacted) {
    if (!redacted.again() && !table.onlyReads()) {
      empty(redacted.municipality());
    }
    known.invalidateAll();
  }

  private void empty(String municipality) {
    citations.empty(owner.jdbc(), municipality);
  }

  /** The digest of the data in canonical form. */
  static String sha256(Answer answer) {
    return Sha256.hex(CanonicalJson.of(answer.result().getData()));
  }

  private record Key(String question, StateName state) {}
}
