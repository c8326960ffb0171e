package org.stadtstand.ground.database;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the embedded database lies; the size and time limits of the pools.
 *
 * @param readUrl the replicas, as one address with several hosts; empty if the primary is read
 */
@ConfigurationProperties(prefix = "database", ignoreUnknownFields = false)
record DatabaseSettings(
    Path dataDirectory,
    boolean attach,
    int readConnections,
    int publishConnections,
    Duration connectionTimeout,
    Duration statementTimeout,
    @DefaultValue("") String rolePassword,
    @DefaultValue("") String readUrl,
    @DefaultValue("all") DatabaseRole role) {

  DatabaseSettings {
    if (readConnections < 1) {
      throw new IllegalArgumentException("database.read-connections must be 1 or more");
    }
    if (publishConnections < 2) {
      throw new IllegalArgumentException("database.publish-connections must be 2 or more");
    }
  }

  boolean onlyReads() {
    return role == DatabaseRole.READER;
  }
}
