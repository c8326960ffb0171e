package org.stadtstand.ground.database;

import org.jspecify.annotations.Nullable;

/** Where the database listens and how its owner signs in. */
public record JdbcCredentials(String url, @Nullable String user, @Nullable String password) {

  @Override
  public String toString() {
    // Neither the password nor the URL's parameters, which may contain one too.
    return url.replaceFirst("\\?.*", "");
  }
}
