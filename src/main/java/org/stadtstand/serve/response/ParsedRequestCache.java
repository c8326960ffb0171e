package org.stadtstand.serve.response;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.record.cache.CacheMeters;
import org.stadtstand.serve.format.Format;
import org.stadtstand.serve.request.Question;

/**
 * Caches parsed requests by their text, because parsing one takes longer than sending a cached
 * answer. Only requests that were answered completely are cached.
 */
@Component
public class ParsedRequestCache implements MeterBinder {

  private final Cache<String, Read> known;

  ParsedRequestCache(KnownRequestsSettings settings) {
    this.known =
        Caffeine.newBuilder()
            .recordStats()
            .maximumWeight(settings.characters())
            .weigher((String text, Read read) -> 2 * text.length())
            .build();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    CacheMeters.bind(registry, "known-requests", known);
  }

  /**
   * Everything from which question and format are parsed, as one text. Neither fields nor addresses
   * contain line breaks, so no two requests share a text; and unlike a record of texts, a text is
   * found quickly even among many that were constructed to collide.
   */
  public static String text(
      @Nullable String accept, @Nullable String address, @Nullable String body) {
    return (accept == null ? "" : accept)
        + '\n'
        + (address == null ? "" : address)
        + '\n'
        + (body == null ? "" : '\n' + body);
  }

  public @Nullable Read find(String text) {
    return known.getIfPresent(text);
  }

  public void keep(String text, Read read) {
    known.put(text, read);
  }

  /** What a request asks for. */
  public record Read(Question question, Format format) {}
}
