package org.stadtstand.ground.database;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.postgresql.PGProperty;
import org.stadtstand.ground.encoding.Sha256;

/**
 * The connection pools: many connections that can only read, a few that may publish, and a few each
 * that may only store links, or keep web hooks.
 */
final class Pools {

  static final String READER = "stadtstand_reader";
  static final String LINKS = "stadtstand_link";
  private static final String HOOKS = "stadtstand_hook";

  /**
   * Links are cached in memory after the first look-up, and no web hook is in a hurry: more
   * connections would sit idle.
   */
  private static final int FEW = 2;

  private static final int CONNECT_SECONDS = 5;

  /** HikariCP accepts no less. */
  private static final long LEAST_VALIDATION_MILLIS = 250;

  /** The longest statement of a publication, including its wait for the lock of another one. */
  private static final Duration PUBLICATION = Duration.ofMinutes(30);

  private Pools() {}

  /** How the role that reads signs in. */
  static JdbcCredentials reader(JdbcCredentials owner, DatabaseSettings settings) {
    return login(READER, owner, settings);
  }

  /** How the role that stores links signs in. */
  static JdbcCredentials linker(JdbcCredentials owner, DatabaseSettings settings) {
    return login(LINKS, owner, settings);
  }

  /** How the role that keeps web hooks signs in. */
  static JdbcCredentials hooker(JdbcCredentials owner, DatabaseSettings settings) {
    return login(HOOKS, owner, settings);
  }

  /**
   * Unless one is set, the password follows from the owner's, so that all servers that share a
   * database use the same one. Where the owner has none, neither has the role.
   */
  private static JdbcCredentials login(
      String role, JdbcCredentials owner, DatabaseSettings settings) {
    String secret = owner.password();
    String password =
        !settings.rolePassword().isEmpty()
            ? settings.rolePassword()
            : secret == null || secret.isEmpty() ? null : Sha256.hex(role + "\n" + secret);
    return new JdbcCredentials(owner.url(), role, password);
  }

  static HikariDataSource reading(JdbcCredentials owner, DatabaseSettings settings) {
    return reading(owner, settings, "read");
  }

  /** A pool at each replica, which signs in as it would at the primary. */
  static List<Replica> replicas(JdbcCredentials owner, DatabaseSettings settings) {
    String all = settings.readUrl().isEmpty() ? owner.url() : settings.readUrl();
    return ReplicaHosts.urls(all).stream()
        .map(
            url -> {
              String host = ReplicaHosts.name(url);
              JdbcCredentials access = new JdbcCredentials(url, owner.user(), owner.password());
              return new Replica(host, reading(access, settings, "read " + host));
            })
        .toList();
  }

  private static HikariDataSource reading(
      JdbcCredentials owner, DatabaseSettings settings, String name) {
    HikariDataSource pool = pool(reader(owner, settings), settings, name, silence(settings));
    pool.setMaximumPoolSize(settings.readConnections());
    pool.setReadOnly(true);
    limit(pool, readOnly(RoleLimits.ofReader(settings)));
    return pool;
  }

  private static Map<String, String> readOnly(Map<String, String> limits) {
    Map<String, String> all = new TreeMap<>(limits);
    all.put("default_transaction_read_only", "on");
    return all;
  }

  /** A pooler's sessions have the limits of their role. */
  private static void limit(HikariDataSource pool, Map<String, String> limits) {
    if (!Pooler.isMeant(pool.getJdbcUrl())) {
      pool.setConnectionInitSql(
          limits.entrySet().stream()
              .map(limit -> "set " + limit.getKey() + " = " + limit.getValue())
              .collect(Collectors.joining("; ")));
    }
  }

  static HikariDataSource publishing(JdbcCredentials access, DatabaseSettings settings) {
    HikariDataSource pool = pool(access, settings, "publish", PUBLICATION);
    pool.setMaximumPoolSize(settings.publishConnections());
    // Publications are rare: no connection is kept idle for the next one.
    pool.setMinimumIdle(0);
    return pool;
  }

  static HikariDataSource links(JdbcCredentials owner, DatabaseSettings settings) {
    HikariDataSource pool = few(linker(owner, settings), settings, "link");
    Map<String, String> limits = RoleLimits.ofLinks(settings);
    limit(pool, settings.onlyReads() ? readOnly(limits) : limits);
    return pool;
  }

  static HikariDataSource hooks(JdbcCredentials owner, DatabaseSettings settings) {
    HikariDataSource pool = few(hooker(owner, settings), settings, "hook");
    limit(pool, RoleLimits.ofLinks(settings));
    return pool;
  }

  private static HikariDataSource few(
      JdbcCredentials login, DatabaseSettings settings, String purpose) {
    HikariDataSource pool = pool(login, settings, purpose, silence(settings));
    pool.setMaximumPoolSize(FEW);
    pool.setMinimumIdle(0);
    return pool;
  }

  /** Longer than any statement may run, so that its cancellation arrives first. */
  private static Duration silence(DatabaseSettings settings) {
    return settings.statementTimeout().plusSeconds(5);
  }

  /**
   * Opens its first connection on first use.
   *
   * @param silence after which a connection is given up; otherwise a network that drops packets
   *     would hold it forever
   */
  private static HikariDataSource pool(
      JdbcCredentials access, DatabaseSettings settings, String purpose, Duration silence) {
    HikariDataSource pool = new HikariDataSource();
    pool.setPoolName(purpose);
    pool.setJdbcUrl(access.url());
    pool.setUsername(access.user());
    pool.setPassword(access.password());
    long patience = settings.connectionTimeout().toMillis();
    pool.setConnectionTimeout(patience);
    // Half, so that one dead connection in the pool does not use up the patience of its borrower.
    pool.setValidationTimeout(Math.max(LEAST_VALIDATION_MILLIS, patience / 2));
    // All are texts: the driver ignores, without a word, a property that is a number or a boolean.
    property(pool, PGProperty.APPLICATION_NAME, "stadtstand-" + purpose);
    property(pool, PGProperty.TCP_KEEP_ALIVE, "true");
    property(pool, PGProperty.SOCKET_TIMEOUT, String.valueOf(silence.toSeconds()));
    property(pool, PGProperty.CONNECT_TIMEOUT, String.valueOf(CONNECT_SECONDS));
    property(pool, PGProperty.LOGIN_TIMEOUT, String.valueOf(CONNECT_SECONDS));
    // A statement that is being cancelled waits for its cancellation, over the same dead network.
    property(pool, PGProperty.CANCEL_SIGNAL_TIMEOUT, "1");
    return pool;
  }

  private static void property(HikariDataSource pool, PGProperty property, String value) {
    pool.addDataSourceProperty(property.getName(), value);
  }
}
