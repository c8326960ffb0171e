package org.stadtstand.ground.database;

import org.postgresql.Driver;
import org.stadtstand.ground.fault.StartRefused;

/**
 * A PostgreSQL that a setting points to. Others start, stop and back it up.
 *
 * @param setting the setting, for refusals
 */
record GivenServer(JdbcCredentials access, String setting) implements Server {

  static final String PRIMARY = "SPRING_DATASOURCE_URL";
  static final String REPLICAS = "database.read-url";

  GivenServer {
    if (!access.url().startsWith("jdbc:postgresql:")) {
      throw new StartRefused(
          "%s does not name a PostgreSQL: it begins with %s."
              .formatted(setting, access.url().replaceFirst("^([^/?]*).*$", "$1")),
          "Write jdbc:postgresql://host:5432/database.");
    }
    if (Driver.parseURL(access.url(), null) == null) {
      throw new StartRefused(
          "%s cannot be read: %s.".formatted(setting, access),
          "Write jdbc:postgresql://host:5432/database.");
    }
  }
}
