package org.stadtstand.serve.response;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.serve.format.Format;
import org.stadtstand.serve.request.Question;

/**
 * Requests that were read before, by all that was read of them: reading one takes longer than
 * sending an answer that is kept. Only what was answered wholly is remembered.
 */
@Component
public class ParsedRequestCache {

  private final Cache<String, Read> known;

  ParsedRequestCache(KnownRequestsSettings settings) {
    this.known =
        Caffeine.newBuilder()
            .maximumWeight(settings.characters())
            .weigher((String text, Read read) -> 2 * text.length())
            .build();
  }

  /**
   * All that question and form are read from, as one text. Neither a field nor an address holds a
   * line break, so that no two requests have the same; and a text, unlike a record of texts, can be
   * found quickly among many that somebody has made up to have one hash.
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
