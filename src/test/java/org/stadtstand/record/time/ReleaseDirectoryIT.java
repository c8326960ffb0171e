package org.stadtstand.record.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.ground.database.AnnouncedState;
import org.stadtstand.record.chain.Chain;
import org.stadtstand.record.chain.NoCitations;
import org.stadtstand.record.declaration.Ledger;

/** A node learns of what another one withheld, and no longer finds anything it cached before. */
class ReleaseDirectoryIT {

  private static final JdbcClient DATABASE = Ledger.database();
  private static final AtomicReference<Instant> TIME = new AtomicReference<>(Instant.now());
  private static final InstantSource CLOCK = TIME::get;
  private static final StateRequest NOW = new StateRequest("city", null);

  @Test
  void whatIsWithheldElsewhereChangesEveryPin() {
    List<Object> heard = new ArrayList<>();
    Ledger ledger = new Ledger();
    int[] unit = new int[1];
    int release = ledger.publish(() -> unit[0] = ledger.add("org_unit", "office"));
    new Chain(Ledger.types(), new NoCitations()).add(DATABASE, release);
    int municipality = municipality(release);
    ReleaseDirectory directory = directory(municipality, heard);
    directory.start();
    directory.poll();
    assertThat(heard).isEmpty();
    BasisRecorder recorder = new BasisRecorder(directory.present());
    Pin pin = recorder.pin(NOW);
    Basis basis = recorder.basis();
    directory.poll();
    assertThat(directory.present().pin(NOW)).isEqualTo(pin);
    assertThat(basis.holds(directory.present())).isTrue();

    withhold(municipality, unit[0], release);
    directory.poll();
    Present after = directory.present();
    assertThat(heard).containsExactly(new RecordRedacted(key(municipality)));
    lift(municipality);
    directory.poll();
    assertThat(heard).as("a lifting takes nothing away").hasSize(1);
    assertThat(after.pin(NOW)).isNotEqualTo(pin);
    assertThat(after.withheld().count(after.pin(NOW))).isEqualTo(1);
    assertThat(basis.holds(after)).isFalse();
    assertThat(after.withheld().fields(state(unit[0], after.pin(NOW)))).containsExactly("number");
    assertThat(after.withheld().fields(state(unit[0] + 1, after.pin(NOW)))).isEmpty();
    Pin old = new Pin(after.pin(NOW).place(), release - 1, 0, after.today(), false);
    assertThat(after.withheld().count(old)).isZero();
  }

  @Test
  void aRedactionThatCouldNotBeToldIsToldWithTheNextPoll() {
    List<Object> heard = new ArrayList<>();
    Ledger ledger = new Ledger();
    int[] unit = new int[1];
    int release = ledger.publish(() -> unit[0] = ledger.add("org_unit", "office"));
    new Chain(Ledger.types(), new NoCitations()).add(DATABASE, release);
    int municipality = municipality(release);
    AtomicBoolean away = new AtomicBoolean(true);
    ReleaseDirectory directory =
        directory(
            municipality,
            event -> {
              if (!(event instanceof RecordRedacted)) {
                return;
              }
              if (away.getAndSet(false)) {
                throw new DataAccessResourceFailureException("away");
              }
              heard.add(event);
            });
    directory.start();
    withhold(municipality, unit[0], release);
    directory.poll();
    assertThat(directory.away()).isTrue();
    assertThat(heard).isEmpty();
    directory.poll();
    assertThat(directory.away()).isFalse();
    assertThat(heard).containsExactly(new RecordRedacted(key(municipality)));
  }

  /** Who asked before the redaction may have kept, after it, what was read before. */
  @Test
  void itIsToldAgainWhenNobodyCanHaveTheValueAnyMore() {
    List<Object> heard = new ArrayList<>();
    ReleaseDirectory directory = directory(0, heard);
    directory.start();
    directory.on(new RecordRedacted("city"));
    TIME.updateAndGet(now -> now.plusSeconds(59));
    directory.poll();
    assertThat(heard).isEmpty();
    TIME.updateAndGet(now -> now.plusSeconds(2));
    directory.poll();
    assertThat(heard).containsExactly(new RecordRedacted("city", true));
    directory.on(new RecordRedacted("city", true));
    TIME.updateAndGet(now -> now.plusSeconds(100));
    directory.poll();
    assertThat(heard).as("once").hasSize(1);
  }

  @Test
  void whatIsPublishedElsewhereIsAddedAndAWithheldWordOfAReleaseIsGone() {
    Ledger ledger = new Ledger();
    int first = ledger.publish(() -> ledger.add("org_unit", "office"));
    reason(first, "because of Erika");
    List<Object> heard = new ArrayList<>();
    ReleaseDirectory directory = directory(municipality(first), event -> heard.add(event));
    directory.start();
    int second = ledger.publish(() -> ledger.add("org_unit", "department"));
    directory.poll();
    directory.poll();
    assertThat(heard).containsOnlyOnce(new ReleasesRead(second)).endsWith(new ReleasesRead(second));
    MunicipalityRef city = directory.present().pin(NOW).place();
    assertThat(directory.present().releases(city)).extracting(Release::id).contains(first, second);
    assertThat(directory.present().pin(NOW).release()).isEqualTo(second);
    assertThat(reason(directory, first)).isEqualTo("because of Erika");

    reason(first, "because of –");
    withhold(municipality(first), municipality(first), first);
    directory.poll();
    assertThat(reason(directory, first)).isEqualTo("because of –");
    Release kept = directory.present().release(first).orElseThrow();
    assertThat(kept.place()).isEqualTo(directory.present().pin(NOW).place());
  }

  private static @Nullable String reason(ReleaseDirectory directory, int release) {
    return directory.present().release(release).orElseThrow().reason();
  }

  private static void reason(int release, String reason) {
    DATABASE
        .sql("update release set reason = :reason where id = :release")
        .param("reason", reason)
        .param("release", release)
        .update();
  }

  private static int municipality(int release) {
    return DATABASE
        .sql("select municipality from release where id = :release")
        .param("release", release)
        .query(int.class)
        .single();
  }

  /** One that tells of what was withheld. */
  private static ReleaseDirectory directory(int municipality, List<Object> heard) {
    return directory(
        municipality,
        event -> {
          if (event instanceof RecordRedacted) {
            heard.add(event);
          }
        });
  }

  private static ReleaseDirectory directory(int municipality, ApplicationEventPublisher events) {
    MunicipalityRef city =
        new MunicipalityRef(municipality, "city", "00000000", "000000000000", true);
    List<MunicipalityRef> others =
        DATABASE
            .sql("select distinct municipality from release where municipality <> :own")
            .param("own", municipality)
            .query((row, n) -> new MunicipalityRef(row.getInt(1), "m" + n, "a" + n, "r" + n, true))
            .list();
    return new ReleaseDirectory(
        Ledger.dataSource(),
        () -> Stream.concat(others.stream(), Stream.of(city)).toList(),
        new HistorySettings("city", Duration.ofSeconds(2)),
        CLOCK.withZone(ZoneOffset.UTC),
        events,
        new AnnouncedState());
  }

  private static String key(int municipality) {
    return DATABASE
        .sql("select key from record where id = :municipality")
        .param("municipality", municipality)
        .query(String.class)
        .single();
  }

  private static void lift(int municipality) {
    DATABASE
        .sql(
            """
            insert into redaction (municipality, number, type, record, field, stands, withheld_at,
              reason, lifts)
            select municipality, 2, type, record, field, false, now(), 'over', id from redaction
            where municipality = :municipality
            """)
        .param("municipality", municipality)
        .update();
  }

  private static void withhold(int municipality, int record, int release) {
    DATABASE
        .sql(
            """
            with made as (
              insert into redaction
                (municipality, number, type, record, field, stands, withheld_at, reason,
                legal_basis)
              select :municipality, 1, type, :record, 'number', true, now(), 'why', 'law'
              from record where id = :record
              returning id, type
            )
            insert into withheld (since, type, record, municipality, field, redaction)
            select :release, type, :record, :municipality, 'number', id from made
            """)
        .param("municipality", municipality)
        .param("record", record)
        .param("release", release)
        .update();
  }

  private static Pinned state(int number, Pin at) {
    record Thing(int record, String key, Pin pin) implements Pinned {}
    return new Thing(number, "office", at);
  }
}
