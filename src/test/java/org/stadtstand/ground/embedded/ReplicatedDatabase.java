package org.stadtstand.ground.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.stadtstand.ground.database.JdbcCredentials;
import org.stadtstand.ground.database.Server;
import org.stadtstand.ground.database.TestDatabase;

/**
 * A primary with standbys that replay its log, as PostgreSQL's streaming replication does: each is
 * a copy of the primary's stopped folder, told where to go on reading.
 */
public final class ReplicatedDatabase implements AutoCloseable {

  private final DataDirectory folder;
  private final Server primary;
  private final List<Server> standbys = new ArrayList<>();

  private ReplicatedDatabase(DataDirectory folder, Server primary) {
    this.folder = folder;
    this.primary = primary;
  }

  /** Starts both in a folder that was empty. */
  public static ReplicatedDatabase start(Path folder, int standbys) throws IOException {
    DataDirectory first = new DataDirectory(folder.resolve("primary"));
    EmbeddedServer.start(first, TestDatabase.PROGRAMS, false).close();
    List<DataDirectory> copies = new ArrayList<>();
    for (int i = 1; i <= standbys; i++) {
      DataDirectory copy = new DataDirectory(folder.resolve("standby" + i));
      copy(first.folder(), copy.folder());
      copies.add(copy);
    }
    ReplicatedDatabase replicated =
        new ReplicatedDatabase(first, EmbeddedServer.start(first, TestDatabase.PROGRAMS, false));
    for (DataDirectory copy : copies) {
      follow(copy, replicated.primary());
      replicated.standbys.add(EmbeddedServer.start(copy, TestDatabase.PROGRAMS, false));
    }
    return replicated;
  }

  public JdbcCredentials primary() {
    return primary.access();
  }

  public JdbcCredentials standby(int i) {
    return standbys.get(i).access();
  }

  /** One address with all standbys. */
  public String standbys() {
    return "jdbc:postgresql://"
        + String.join(",", standbys.stream().map(each -> authority(each.access())).toList())
        + "/postgres";
  }

  private static String authority(JdbcCredentials access) {
    return URI.create(access.url().substring("jdbc:".length())).getAuthority();
  }

  /** From now on the standby falls behind. */
  public void pause(int i) {
    TestDatabase.execute(standby(i), "select pg_wal_replay_pause()");
  }

  /** It catches up. */
  public void resume(int i) {
    TestDatabase.execute(standby(i), "select pg_wal_replay_resume()");
  }

  /** A commit of a primary is acknowledged once one of the standbys has it, too. */
  public static void waitForOne(JdbcCredentials primary) {
    TestDatabase.execute(primary, "alter system set synchronous_standby_names = 'any 1 (*)'");
    TestDatabase.execute(primary, "select pg_reload_conf()");
  }

  /**
   * The primary is killed, the standby that has more takes its place, and the others follow it, as
   * Patroni and CloudNativePG do.
   *
   * @return the number of the standby that is the primary now
   */
  public int failOver() throws IOException {
    synchronized (primary) {
      // Within its lock, so that it does not start itself again.
      OrphanedServer.namedProcess(folder).ifPresent(ProcessHandle::destroyForcibly);
      primary.close();
    }
    int next = 0;
    for (int i = 1; i < standbys.size(); i++) {
      if (received(i) > received(next)) {
        next = i;
      }
    }
    TestDatabase.execute(standby(next), "select pg_promote()");
    for (int i = 0; i < standbys.size(); i++) {
      if (i != next) {
        TestDatabase.execute(
            standby(i),
            "alter system set primary_conninfo = '"
                + source(standby(next)).replace("'", "''")
                + "'");
        TestDatabase.execute(standby(i), "select pg_reload_conf()");
      }
    }
    return next;
  }

  /** How far a standby has the log, in bytes. */
  private long received(int i) {
    return JdbcClient.create(
            new DriverManagerDataSource(
                standby(i).url(),
                String.valueOf(standby(i).user()),
                String.valueOf(standby(i).password())))
        .sql("select (pg_last_wal_receive_lsn() - '0/0')::bigint")
        .query(Long.class)
        .single();
  }

  /** The primary is gone, and the standby takes its place. */
  public void promote(int i) {
    primary.close();
    TestDatabase.execute(standby(i), "select pg_promote()");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static void follow(DataDirectory standby, JdbcCredentials primary) throws IOException {
    Files.createFile(standby.cluster().resolve("standby.signal"));
    Files.writeString(
        standby.cluster().resolve("postgresql.auto.conf"),
        "primary_conninfo = '%s'%n".formatted(source(primary)),
        StandardOpenOption.APPEND);
  }

  private static String source(JdbcCredentials primary) {
    URI address = URI.create(primary.url().substring("jdbc:".length()));
    return "host=127.0.0.1 port=%d user=%s password=%s"
        .formatted(address.getPort(), primary.user(), primary.password());
  }

  @Override
  public void close() {
    standbys.forEach(Server::close);
    primary.close();
  }
}
