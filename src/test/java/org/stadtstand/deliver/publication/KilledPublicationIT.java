package org.stadtstand.deliver.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stadtstand.deliver.publication.Report.Outcome;
import org.stadtstand.deliver.reading.DeliveryFolder;
import org.stadtstand.record.chain.Verification;
import org.stadtstand.record.chain.VerificationReport;

/**
 * A publishing process is stopped within a step and killed: the previous release stays whole,
 * nothing of the new one is there, and the next attempt publishes it.
 */
@ExtendWith(WorkshopExtension.class)
class KilledPublicationIT {

  private static final long LOCK = 77;

  private final Workshop workshop;
  private final City city;
  private Connection gate;

  KilledPublicationIT(Workshop workshop, City city) {
    this.workshop = workshop;
    this.city = city;
  }

  /** Where the process is stopped: the database event on which a statement waits. */
  enum Step {
    STAGING(""),
    RECORDS("after insert on record for each row when (new.key = 's-3')"),
    DEPARTURES("after update on org_unit for each statement"),
    ARRIVALS("after insert on project for each row"),
    PERIODS("after insert on project_status_period for each row"),
    DIGESTS("after insert on leaf for each row when (new.type = 50)"),
    ENDED_DIGESTS("after update on leaf for each row"),
    STAMP("after update on release for each row when (new.hash is null)"),
    DIGEST_OF_THE_RELEASE("after insert on leaf for each row when (new.type = 0)"),
    SEALED("after update on release for each row when (new.hash is not null)");

    private final String event;

    Step(String event) {
      this.event = event;
    }
  }

  @BeforeAll
  static void makeTheGate(Workshop workshop) {
    workshop
        .owner()
        .sql(
            """
            create function wait() returns trigger language plpgsql as
            $$ begin perform pg_advisory_xact_lock(77); return new; end $$
            """)
        .update();
    workshop
        .owner()
        .sql(
            """
            create function wait_staging() returns event_trigger language plpgsql as
            $$ begin
              if exists (select from pg_event_trigger_ddl_commands()
                  where object_identity like '%stage_withdrawals') then
                perform pg_advisory_xact_lock(77);
              end if;
            end $$
            """)
        .update();
  }

  @BeforeEach
  void publish() throws IOException, SQLException {
    city.published(city.first());
    gate = workshop.database().publishing().dataSource().getConnection();
    gate("select pg_advisory_lock(%d)");
  }

  @AfterEach
  void leave() throws SQLException {
    gate("select pg_advisory_unlock_all()");
    gate.close();
  }

  private void gate(String sql) throws SQLException {
    try (Statement statement = gate.createStatement()) {
      statement.execute(sql.formatted(LOCK));
    }
  }

  /** Changes a project, withdraws another, and brings an event. */
  private DeliveryFolder second() {
    return city.next()
        .table(
            "project",
            City.PROJECT_HEADER,
            "p-1,Glasfaser für alle,office,2025-Q4",
            "p-3,Ämter,department,")
        .table(
            "org_unit",
            City.UNIT_HEADER,
            "office,OFFICE,Amt für Alles,department,false",
            "department,DEPARTMENT,Dezernat,,false")
        .table("project_status_change", City.STATUS_HEADER, "s-3,p-1,IN_PROGRESS,2025-01-01")
        .table("withdrawals", "table,key,reason", "project,p-2,Doppelt geführt");
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsLeftOfAPublicationThatIsKilledIn(Step step) throws Exception {
    List<String> before = Contents.of(workshop.owner());
    DeliveryFolder folder = second();
    stopAt(step);
    try {
      kill(folder.write());
    } finally {
      letThrough(step);
    }
    assertThat(Contents.of(workshop.owner())).isEqualTo(before);
    assertThat(verified()).isEqualTo(1);

    assertThat(city.publish(folder).outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(verified()).isEqualTo(2);
  }

  /** The database has been told to commit, and the process that told it dies before it is done. */
  @Test
  void aReleaseIsThereWholeIfTheProcessIsKilledInTheCommit() throws Exception {
    DeliveryFolder folder = second();
    workshop
        .owner()
        .sql(
            """
            create constraint trigger stop after insert on delivery deferrable initially deferred
            for each row execute function wait()
            """)
        .update();
    try {
      kill(folder.write());
    } finally {
      workshop.owner().sql("drop trigger stop on delivery").update();
    }
    assertThat(verified()).isEqualTo(2);
    assertThat(city.publish(folder).outcome()).isEqualTo(Outcome.SKIPPED);
    assertThat(city.keys("project")).containsExactly("p-1", "p-3");
  }

  /** Returns the number of releases, after asserting that the chain is intact. */
  private int verified() {
    VerificationReport verified =
        new Verification(workshop.owner(), workshop.types(), List.of())
            .verify(city.municipality(), null);
    assertThat(verified.faults()).isEmpty();
    return verified.releases();
  }

  private void stopAt(Step step) {
    workshop
        .owner()
        .sql(
            step == Step.STAGING
                ? "create event trigger stop on ddl_command_end when tag in ('CREATE TABLE')"
                    + " execute function wait_staging()"
                : "create trigger stop %s execute function wait()".formatted(step.event))
        .update();
  }

  private void letThrough(Step step) {
    workshop
        .owner()
        .sql(
            step == Step.STAGING
                ? "drop event trigger stop"
                : "drop trigger stop" + step.event.replaceFirst(".*( on \\w+).*", "$1"))
        .update();
  }

  /** Returns only when the killed process's session has ended as well. */
  private void kill(Path folder) throws Exception {
    Process process = KilledPublication.start(workshop.database(), folder);
    int session;
    try {
      await(() -> count("wait_event = 'advisory'") == 1, process, folder);
      session =
          workshop
              .owner()
              .sql(
                  "select pid from pg_stat_activity where datname = current_database() and"
                      + " wait_event = 'advisory'")
              .query(int.class)
              .single();
    } finally {
      process.destroyForcibly().waitFor();
    }
    gate("select pg_advisory_unlock(%d)");
    await(() -> count("pid = " + session) == 0, null, folder);
  }

  private static void await(BooleanSupplier met, @Nullable Process alive, Path folder)
      throws InterruptedException {
    long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!met.getAsBoolean()) {
      assertThat(alive == null || alive.isAlive()).as(() -> told(folder)).isTrue();
      assertThat(System.nanoTime()).as(() -> told(folder)).isLessThan(until);
      Thread.sleep(20);
    }
  }

  private static String told(Path folder) {
    try {
      return Files.readString(folder.resolveSibling("killed.log"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private int count(String which) {
    return workshop
        .owner()
        .sql(
            "select count(*) from pg_stat_activity where datname = current_database() and " + which)
        .query(int.class)
        .single();
  }
}
