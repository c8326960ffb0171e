package org.stadtstand.serve.cost;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one caller may ask for.
 *
 * @param units of cost, all of which may be spent at once; 0 means no limit
 * @param period in which a spent budget refills, at a constant rate
 * @param callers how many are remembered; the least recently seen is forgotten first
 * @param storedPerMinute questions that one network may store in a minute
 * @param keys callers with a budget of their own
 * @param store where all servers count together; empty if each counts for itself
 * @param storePatience how long it may take for one exchange
 */
@ConfigurationProperties(prefix = "rate", ignoreUnknownFields = false)
record RateSettings(
    @DefaultValue("60000") long units,
    @DefaultValue("5m") Duration period,
    @DefaultValue("100000") long callers,
    @DefaultValue("30") long storedPerMinute,
    @DefaultValue List<Key> keys,
    @DefaultValue("") String store,
    @DefaultValue("100ms") Duration storePatience) {

  RateSettings {
    if (!store.isEmpty() && !store.matches("rediss?://.+")) {
      throw new IllegalArgumentException(
          "rate.store names a Redis or Valkey: redis://host:6379, or rediss:// with TLS");
    }
  }

  /**
   * A caller who sends a key.
   *
   * @param name shown to that caller only
   * @param sha256 of the key, in hexadecimal, so that the settings do not reveal it
   * @param units in the same period; 0 means no limit
   */
  record Key(String name, String sha256, long units) {}
}
