package org.stadtstand.ground.database;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the sessions of the two roles that serve questions may take. Pools set it for their own
 * connections; the roles carry it too, for whoever reads through a pooler, where no session is
 * anybody's own.
 */
record RoleLimits(JdbcClient owner) {

  private static final Logger log = LoggerFactory.getLogger(RoleLimits.class);

  /**
   * With many small concurrent queries, parallel workers and JIT cost more than they save. That it
   * only reads is not among them: where an address has several hosts, the driver would take the
   * primary for a standby.
   */
  static Map<String, String> ofReader(DatabaseSettings settings) {
    return Map.of(
        "statement_timeout", milliseconds(settings),
        "max_parallel_workers_per_gather", "0",
        "jit", "off");
  }

  static Map<String, String> ofLinks(DatabaseSettings settings) {
    return Map.of("statement_timeout", milliseconds(settings));
  }

  private static String milliseconds(DatabaseSettings settings) {
    return String.valueOf(settings.statementTimeout().toMillis());
  }

  /** In this database only; changes nothing if they already are so. */
  void prepare(DatabaseSettings settings) {
    Map<String, String> reader = new TreeMap<>(ofReader(settings));
    reader.put(
        "search_path",
        owner.sql("select quote_ident(current_schema())").query(String.class).single());
    prepare(Pools.READER, reader);
    prepare(Pools.LINKS, ofLinks(settings));
  }

  private void prepare(String role, Map<String, String> limits) {
    Set<String> set = current(role);
    String database =
        owner.sql("select quote_ident(current_database())").query(String.class).single();
    try {
      limits.entrySet().stream()
          .filter(limit -> !set.contains(limit.getKey() + "=" + limit.getValue()))
          .map(
              limit ->
                  "alter role %s in database %s set %s = %s"
                      .formatted(role, database, limit.getKey(), limit.getValue()))
          .forEach(statement -> owner.sql(statement).update());
    } catch (DataAccessException e) {
      // An owner that may not alter roles, or another server that starts at the same time.
      log.info("The limits of the role {} stay as they are: {}", role, e.getMessage());
    }
  }

  /** What is set already, as PostgreSQL keeps it: {@code name=value}. */
  private Set<String> current(String role) {
    return new HashSet<>(
        owner
            .sql(
                """
                select unnest(setconfig) from pg_db_role_setting
                where setrole = (select oid from pg_roles where rolname = :role)
                  and setdatabase = (select oid from pg_database where datname = current_database())
                """)
            .param("role", role)
            .query(String.class)
            .list());
  }
}
