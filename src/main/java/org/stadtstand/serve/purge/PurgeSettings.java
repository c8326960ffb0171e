package org.stadtstand.serve.purge;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom to tell what is to be forgotten.
 *
 * @param patience how long one of them may take to answer
 * @param retry how long after a failure it is told again
 */
@ConfigurationProperties(prefix = "purge", ignoreUnknownFields = false)
record PurgeSettings(
    @DefaultValue List<Cache> caches,
    @DefaultValue("2s") Duration patience,
    @DefaultValue("5s") Duration retry) {

  /**
   * A cache, and how it wants to be told.
   *
   * @param headers sent along, such as a token
   */
  record Cache(
      URI url, @DefaultValue("BAN") String method, @DefaultValue Map<String, String> headers) {

    Cache {
      if (url == null
          || url.getHost() == null
          || !String.valueOf(url.getScheme()).startsWith("http")) {
        throw new IllegalArgumentException(
            "purge.caches: each needs a url such as http://cache.internal/");
      }
    }
  }
}
