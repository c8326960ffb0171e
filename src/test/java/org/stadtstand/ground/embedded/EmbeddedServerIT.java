package org.stadtstand.ground.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;
import org.stadtstand.ground.database.JdbcCredentials;
import org.stadtstand.ground.database.Server;
import org.stadtstand.ground.database.TestDatabase;
import org.stadtstand.ground.fault.StartRefused;

/** The embedded PostgreSQL loses nothing it has confirmed, whatever happens to its process. */
class EmbeddedServerIT {

  private static final DataDirectory PREPARED =
      new DataDirectory(Path.of("target/prepared-database"));

  @TempDir private Path folder = Path.of("");

  private final List<Server> servers = new ArrayList<>();
  private final List<Process> processes = new ArrayList<>();

  /** Set up once: copying the files is ten times faster than creating them. */
  @BeforeAll
  static void setUpOnce() {
    EmbeddedServer.start(PREPARED, TestDatabase.PROGRAMS, false).close();
  }

  @BeforeEach
  void copyWhatWasSetUp() throws IOException {
    FileSystemUtils.copyRecursively(PREPARED.folder(), folder);
    Files.setPosixFilePermissions(
        new DataDirectory(folder).cluster(), PosixFilePermissions.fromString("rwx------"));
  }

  @AfterEach
  void stopWhatWasStarted() throws IOException, InterruptedException {
    servers.forEach(Server::close);
    for (Process process : processes) {
      KilledServer.kill(process);
    }
    DataDirectory data = new DataDirectory(folder);
    if (Files.exists(data.log())) {
      new OrphanedServer(data, new Programs(TestDatabase.PROGRAMS, data.log().toFile())).stop();
    }
  }

  @Test
  void commitsAreOnDiskBeforeTheyAreReported() {
    Server server = start();
    for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
      assertThat(ask(server, "show " + setting)).as(setting).isEqualTo("on");
    }
  }

  @Test
  void refusesToRunWhereACrashCouldLoseCommits() {
    Server server = start();
    TestDatabase.execute(server.access(), "alter role postgres set synchronous_commit = off");
    server.close();
    assertThatThrownBy(this::start)
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("synchronous_commit off");
  }

  @Test
  void keepsItsDataFromStartToStart() {
    Server first = start();
    TestDatabase.execute(
        first.access(), "create table kept (what text)", "insert into kept values ('row')");
    first.close();
    assertThat(ask(start(), "select what from kept")).isEqualTo("row");
  }

  @Test
  void asksForAPassword() {
    JdbcCredentials access = start().access();
    assertThatThrownBy(
            () ->
                TestDatabase.execute(
                    new JdbcCredentials(access.url(), "postgres", "guess"), "select 1"))
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void stopsTheOrphanOfAKilledProcessAndLosesNothing() throws Exception {
    Process killed = startProcess();
    KilledServer.kill(killed);
    long orphan = numberInProcessFile();
    assertThat(ProcessHandle.of(orphan)).isPresent();

    long began = System.nanoTime();
    Server server = start();
    Duration taken = Duration.ofNanos(System.nanoTime() - began);

    assertThat(ask(server, "select what from kept")).isEqualTo("row");
    assertThat(numberInProcessFile()).isNotEqualTo(orphan);
    assertThat(taken).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void copesWithAProcessFileWhoseServerIsGone() throws Exception {
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    writeProcessFile(gone.pid());
    assertThat(ask(start(), "select 1")).isEqualTo("1");
  }

  @Test
  void copesWithAProcessFileThatNamesAStranger() throws Exception {
    Process stranger = new ProcessBuilder("sleep", "600").start();
    processes.add(stranger);
    writeProcessFile(stranger.pid());
    assertThat(ask(start(), "select 1")).isEqualTo("1");
    assertThat(stranger.isAlive()).isTrue();
  }

  @Test
  void doesNotStopThePostgresOfOtherData() throws Exception {
    Server other = EmbeddedServer.start(PREPARED, TestDatabase.PROGRAMS, false);
    servers.add(other);
    Files.copy(PREPARED.processFile(), new DataDirectory(folder).processFile());
    assertThat(ask(start(), "select 1")).isEqualTo("1");
    assertThat(ask(other, "select 1")).isEqualTo("1");
  }

  @Test
  void refusesASecondStartInOneSentence() throws Exception {
    Process first = startProcess();
    assertThatThrownBy(this::start)
        .isInstanceOf(StartRefused.class)
        .hasMessage(
            "The data in %s are in use by another Stadtstand (process %d)."
                .formatted(folder.toAbsolutePath(), first.pid()));
    assertThat(first.isAlive()).isTrue();
  }

  @Test
  void refusesASecondStartInTheSameProcess() {
    start();
    assertThatThrownBy(this::start).hasMessageContaining("in use by another Stadtstand");
  }

  @Test
  void signsInToTheServerOfALiveProcess() throws Exception {
    startProcess();
    Server attached = EmbeddedServer.start(new DataDirectory(folder), TestDatabase.PROGRAMS, true);
    assertThat(ask(attached, "select what from kept")).isEqualTo("row");
    attached.close();
    assertThat(ask(attached, "select what from kept")).isEqualTo("row");
  }

  @Test
  void beginsASetUpAgainThatWasCutShort() throws IOException {
    Files.delete(new DataDirectory(folder).complete());
    assertThat(ask(start(), "select 1")).isEqualTo("1");
    assertThat(folder.resolve("postgres.unfinished/PG_VERSION")).exists();
  }

  @Test
  void saysWhichFileIsMissingWhereThePasswordIsGone() throws IOException {
    Files.delete(new DataDirectory(folder).password());
    assertThatThrownBy(this::start).hasMessageContaining("postgres.password");
  }

  @Test
  void saysThatThePasswordFileIsEmpty() throws IOException {
    Files.writeString(new DataDirectory(folder).password(), "\n");
    assertThatThrownBy(this::start)
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("postgres.password")
        .hasMessageContaining("is empty");
  }

  @Test
  void startsAKilledPostgresAgainAtTheSameAddress() throws Exception {
    Server server = start();
    TestDatabase.execute(
        server.access(), "create table kept (what text)", "insert into kept values ('row')");
    long killed = numberInProcessFile();
    ProcessHandle.of(killed).orElseThrow().destroyForcibly();
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!answers(server)) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      Thread.sleep(50);
    }
    assertThat(ask(server, "select what from kept")).isEqualTo("row");
    assertThat(numberInProcessFile()).isNotEqualTo(killed);
    server.close();
    assertThat(new DataDirectory(folder).processFile()).as("and stops it").doesNotExist();
  }

  @Test
  void theProcessEndsWhosePostgresCannotBeStartedAgain() throws Exception {
    Process process = startProcess();
    Files.delete(new DataDirectory(folder).cluster().resolve("postgresql.conf"));
    ProcessHandle.of(numberInProcessFile()).orElseThrow().destroyForcibly();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("has ended").isTrue();
    assertThat(process.exitValue()).isEqualTo(69);
  }

  private static boolean answers(Server server) {
    try {
      return ask(server, "select 1").equals("1");
    } catch (DataAccessException notYet) {
      return false;
    }
  }

  private Server start() {
    Server server = EmbeddedServer.start(new DataDirectory(folder), TestDatabase.PROGRAMS, false);
    servers.add(server);
    return server;
  }

  private Process startProcess() throws IOException {
    Process process = KilledServer.start(folder);
    processes.add(process);
    return process;
  }

  private long numberInProcessFile() throws IOException {
    return Long.parseLong(
        Files.readAllLines(new DataDirectory(folder).processFile()).getFirst().strip());
  }

  private void writeProcessFile(long number) throws IOException {
    DataDirectory data = new DataDirectory(folder);
    Files.writeString(data.processFile(), "%d%n%s%n1%n5432%n%n".formatted(number, data.cluster()));
  }

  private static String ask(Server server, String question) {
    JdbcCredentials access = server.access();
    DriverManagerDataSource source = new DriverManagerDataSource(access.url());
    source.setUsername(String.valueOf(access.user()));
    source.setPassword(String.valueOf(access.password()));
    return JdbcClient.create(source).sql(question).query(String.class).single();
  }
}
