package org.stadtstand.serve.request;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.encoding.Sha256;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.record.cache.CacheMeters;

/**
 * Automatic persisted queries as introduced by Apollo Client. A client sends the SHA-256 of its
 * document, and the document itself only if the server does not have it. Documents may be forgotten
 * at any time; clients then send them again.
 */
@Component
public class PersistedQueries implements MeterBinder {

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  private final Cache<String, String> documents;

  PersistedQueries(HttpSettings settings) {
    this.documents =
        Caffeine.newBuilder()
            .recordStats()
            .maximumWeight(settings.persistedCharacters())
            .weigher((String hash, String document) -> hash.length() + document.length())
            .build();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    CacheMeters.bind(registry, "persisted", documents);
  }

  /**
   * The question of a request that may send a hash with its document or instead of it; null if no
   * document is kept under the hash, which is normal for a client's first request.
   */
  public @Nullable Question question(QuestionParameters parameters) {
    String hash = hash(parameters);
    String document = parameters.query();
    if (hash == null) {
      return parameters.question();
    }
    if (document == null) {
      String kept = documents.getIfPresent(hash);
      return kept == null ? null : parameters.question(kept);
    }
    if (!hash.equals(Sha256.hex(document))) {
      throw new ApiError(
          ErrorCode.PERSISTED_QUERY_MISMATCH,
          "The document has another SHA-256 than the one sent with it.",
          "Send the hash of the document's bytes in UTF-8.");
    }
    return parameters.question();
  }

  /**
   * Keeps the document of an answered question if its hash was sent, so that rubbish is never kept.
   */
  public void keep(QuestionParameters parameters) {
    String hash = hash(parameters);
    String document = parameters.query();
    if (hash != null && document != null) {
      documents.put(hash, document);
    }
  }

  /** The hash that a request sends; null if the request does not use persisted queries. */
  public static @Nullable String hash(QuestionParameters parameters) {
    return switch (parameters.extensions().get("persistedQuery")) {
      case null -> null;
      case Map<?, ?> given
          when Integer.valueOf(1).equals(given.get("version"))
              && given.get("sha256Hash") instanceof String hash
              && HASH.matcher(hash).matches() ->
          hash;
      default ->
          throw QuestionParameters.refused(
              "\"persistedQuery\" is not of version 1, or its \"sha256Hash\" is not a SHA-256"
                  + " hash.",
              "Send {\"version\": 1, \"sha256Hash\": …} with 64 hexadecimal digits in lower case.");
    };
  }

  public static ApiError notFound() {
    // Clients recognise this word and send the document.
    return new ApiError(
        ErrorCode.PERSISTED_QUERY_NOT_FOUND,
        "PersistedQueryNotFound",
        "Send the document together with its hash.");
  }
}
