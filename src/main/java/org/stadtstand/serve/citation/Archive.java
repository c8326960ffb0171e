package org.stadtstand.serve.citation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.encoding.JsonCodec;
import org.stadtstand.ground.encoding.Sha256;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.record.time.RecordRedacted;
import org.stadtstand.record.time.StateName;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.answer.StateDescription;
import org.stadtstand.serve.link.PinnedStates;
import org.stadtstand.serve.request.CanonicalJson;

/** Archives cited answers and returns them unchanged. */
@Component
class Archive {

  private final CitationTable table;
  private final PinnedStates states;
  private final CitationSettings settings;
  private final Clock clock;

  /** Also remembers misses, but only for a while: another node may archive the answer meanwhile. */
  private final Cache<Key, Optional<byte[]>> known;

  Archive(CitationTable table, PinnedStates states, CitationSettings settings, Clock clock) {
    this.table = table;
    this.states = states;
    this.settings = settings;
    this.clock = clock;
    this.known =
        Caffeine.newBuilder()
            .maximumWeight(settings.cached().toBytes())
            .weigher((Key key, Optional<byte[]> found) -> 100 + found.map(b -> b.length).orElse(0))
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();
  }

  /** The archived answer, if it was cited. */
  Optional<Answer> find(String question, StateName state) {
    StateName whole = states.whole(state);
    Key key = new Key(question, whole);
    Optional<byte[]> found = known.getIfPresent(key);
    if (found == null) {
      found = table.answer(question, whole);
      known.put(key, found);
    }
    return found.map(bytes -> new Answer(read(bytes), states.basis(whole)));
  }

  /** Archives an answer whose question has been stored already. */
  void keep(String question, StateName state, Answer answer) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("data", answer.result().getData());
    body.put("extensions", lasting(answer));
    byte[] bytes = JsonCodec.PLAIN.writeValueAsBytes(body);
    if (bytes.length > settings.archivedBytes()) {
      throw new ApiError(
          ErrorCode.NOT_CITABLE,
          "The answer is larger than the %d bytes that are archived with a citation."
              .formatted(settings.archivedBytes()),
          "Ask for less, or cite the permanent link alone.");
    }
    if (table.count() >= settings.archived()) {
      throw new ApiError(
          ErrorCode.STORE_FULL,
          "This server archives no more answers.",
          "Cite the permanent link alone.");
    }
    StateName whole = states.whole(state);
    table.keep(question, whole, bytes, sha256(answer), LocalDate.now(clock));
    if (!states.upToDate(answer.basis())) {
      // Something was redacted after the answer was computed, and this server had already purged
      // its archive.
      table.forget(question, whole);
    }
    known.invalidate(new Key(question, whole));
  }

  /**
   * Forgets the cited answers of a municipality when it redacts something; from then on the engine
   * gives them, with a warning. Every server does this when it hears of the redaction, because
   * until then it may have archived an answer it had cached.
   */
  @EventListener
  void on(RecordRedacted redacted) {
    table.forget(redacted.municipality());
    known.invalidateAll();
  }

  /** The digest of the data in canonical form. */
  static String sha256(Answer answer) {
    return Sha256.hex(CanonicalJson.of(answer.result().getData()));
  }

  /** The answer's extensions without its cost on the day, which is of no later use. */
  private static Map<String, @Nullable Object> lasting(Answer answer) {
    Map<String, @Nullable Object> kept = new LinkedHashMap<>();
    kept.put(Answer.DATASETS, answer.datasets().stream().map(StateDescription::members).toList());
    kept.put(Answer.PERMANENT_LINK, answer.permanentLink());
    return kept;
  }

  @SuppressWarnings("unchecked")
  private static ExecutionResult read(byte[] bytes) {
    Map<String, @Nullable Object> body = JsonCodec.PLAIN.readValue(bytes, Map.class);
    return ExecutionResultImpl.newExecutionResult()
        .data(body.get("data"))
        .extensions((Map<Object, Object>) body.get("extensions"))
        .build();
  }

  private record Key(String question, StateName state) {}
}
