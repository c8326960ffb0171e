package org.stadtstand.ground.database;

import org.postgresql.Driver;
import org.stadtstand.ground.fault.StartRefused;

/** The PostgreSQL that SPRING_DATASOURCE_URL points to. Others start, stop and back it up. */
record GivenServer(JdbcCredentials access) implements Server {

  GivenServer {
    if (!access.url().startsWith("jdbc:postgresql:")) {
      throw new StartRefused(
          "SPRING_DATASOURCE_URL does not name a PostgreSQL: it begins with %s."
              .formatted(access.url().replaceFirst("^([^/?]*).*$", "$1")),
          "Write jdbc:postgresql://host:5432/database.");
    }
    if (Driver.parseURL(access.url(), null) == null) {
      throw new StartRefused(
          "SPRING_DATASOURCE_URL cannot be read: %s.".formatted(access),
          "Write jdbc:postgresql://host:5432/database.");
    }
  }
}
