package org.stadtstand.graph.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.stadtstand.graph.steps.Position;
import org.stadtstand.graph.steps.Prefilter;
import org.stadtstand.graph.steps.RecordAtRelease;
import org.stadtstand.graph.steps.RowTransitionReader;
import org.stadtstand.ground.database.TestDatabase;
import org.stadtstand.ground.sql.Statements;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.declaration.ScannedRooms;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.record.time.Release;
import org.stadtstand.record.time.ReleaseKind;
import org.stadtstand.record.time.Seal;

/**
 * A page of changes costs no more than any page: with 250 times as many records and changes, the
 * database reads hardly more of its pages. Measured in pages rather than time, which depends on
 * what else the machine does.
 */
class ChangesCostIT {

  private static final int SMALL = 400;
  private static final int LARGE = 250 * SMALL;
  private static final int CHANGED = 40;
  private static final int PAGE = 21;
  private static final int LOOKED = 60;

  private static final RecordTypes TYPES = new RecordTypes(ScannedRooms.all());
  private static final Seal SEAL = new Seal("", null, "", 0, 0, 0);

  /** A city with its two releases. */
  private record City(Release first, Release second) {

    ReleaseRange span() {
      return new ReleaseRange(first.place(), first, second, List.of(second));
    }
  }

  private final TestDatabase database = TestDatabase.fresh();
  private final JdbcClient jdbc;
  private final SingleConnectionDataSource one;
  private final Connection connection;

  ChangesCostIT() throws SQLException {
    connection = database.publishing().dataSource().getConnection();
    one = new SingleConnectionDataSource(connection, true);
    jdbc = JdbcClient.create(one);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    database.close();
  }

  @Test
  void aPageOfALargeRecordCostsAsMuchAsOneOfASmallRecord() throws SQLException {
    DifferenceReader differences = new DifferenceReader(new Statements(one), TYPES);
    RowTransitionReader steps = new RowTransitionReader(new Statements(one), TYPES);
    City small = city("small", SMALL);
    long compareSmall = pages(() -> compare(differences, small));
    long firstSmall = pages(() -> feed(steps, small.first()));
    long secondSmall = pages(() -> feed(steps, small.second()));
    City large = city("large", LARGE);
    long compareLarge = pages(() -> compare(differences, large));
    long firstLarge = pages(() -> feed(steps, large.first()));
    long secondLarge = pages(() -> feed(steps, large.second()));
    System.out.printf(
        "Pages read at 1 and at 250 times the records: compare %d, %d; feed of a release that"
            + " brings all %d, %d; of one that changes some %d, %d%n",
        compareSmall, compareLarge, firstSmall, firstLarge, secondSmall, secondLarge);
    System.out.printf(
        "Time of compare at 250 times the records: %.2f times that at 1%n",
        median(() -> compare(differences, large)) / median(() -> compare(differences, small)));
    assertThat(compareLarge).isLessThan(compareSmall * 3 / 2);
    assertThat(firstLarge).isLessThan(firstSmall * 3 / 2);
    assertThat(secondLarge).isLessThan(secondSmall * 3 / 2);
  }

  private static void compare(DifferenceReader differences, City city) {
    List<RecordAtRelease> touched =
        differences.touched(city.span(), Position.START, TYPES.all(), PAGE);
    assertThat(differences.differing(city.span(), touched)).hasSize(PAGE);
  }

  private static void feed(RowTransitionReader steps, Release release) {
    List<RecordAtRelease> spots =
        steps.spots(List.of(release.id()), Position.START, Prefilter.NONE, PAGE);
    assertThat(steps.steps(spots)).hasSize(PAGE);
  }

  /** The table and index pages read, from memory or not. */
  private long pages(Runnable work) throws SQLException {
    work.run();
    connection.setAutoCommit(false);
    long before = looked();
    work.run();
    long looked = looked() - before;
    connection.commit();
    connection.setAutoCommit(true);
    return looked;
  }

  private long looked() {
    return jdbc.sql(
            """
            select sum(pg_stat_get_xact_blocks_fetched(oid)) from pg_class
            where relkind in ('r', 'i') and relnamespace = 'public'::regnamespace
            """)
        .query(Long.class)
        .single();
  }

  private static double median(Runnable work) {
    return IntStream.range(0, LOOKED)
        .mapToLong(
            i -> {
              long begun = System.nanoTime();
              work.run();
              return System.nanoTime() - begun;
            })
        .sorted()
        .skip(LOOKED / 2)
        .findFirst()
        .orElseThrow();
  }

  /** Publishes projects, then a release that changes a fixed number of them. */
  private City city(String key, int projects) {
    int municipality =
        jdbc.sql("insert into record (municipality, type, key) values (0, 1, ?) returning id")
            .param(key)
            .query(Integer.class)
            .single();
    MunicipalityRef place =
        new MunicipalityRef(municipality, key, "99999999", "999999999999", true);
    Release first = release(place, 1);
    jdbc.sql(
            """
            with added as (
              insert into record (municipality, type, key)
              select :municipality, 50, 'p-' || i from generate_series(1, :projects) i returning id)
            insert into project (record, municipality, since, title_de, title_de_sort, source)
            select id, :municipality, :release, 'Title ' || id, 'title ' || id, 0 from added
            """)
        .param("municipality", municipality)
        .param("projects", projects)
        .param("release", first.id())
        .update();
    Release second = release(place, 2);
    jdbc.sql(
            """
            with ended as (
              update project set until = :release
              where municipality = :municipality and record % :every = 0 returning record)
            insert into project (record, municipality, since, title_de, title_de_sort, source)
            select record, :municipality, :release, 'Changed ' || record, 'changed', 0 from ended
            """)
        .param("municipality", municipality)
        .param("every", projects / CHANGED)
        .param("release", second.id())
        .update();
    jdbc.sql("analyze").update();
    return new City(first, second);
  }

  private Release release(MunicipalityRef place, int number) {
    OffsetDateTime moment = OffsetDateTime.of(2026, 1, number, 0, 0, 0, 0, ZoneOffset.UTC);
    int id =
        jdbc.sql(
                """
                insert into release
                  (municipality, number, published_at, kind, stands_for, known_from)
                values (:municipality, :number, :moment, 'PUBLISHED', '2026-01-01', :moment)
                returning id
                """)
            .param("municipality", place.id())
            .param("number", number)
            .param("moment", moment)
            .query(Integer.class)
            .single();
    return new Release(
        id,
        place,
        number,
        moment,
        ReleaseKind.PUBLISHED,
        LocalDate.of(2026, 1, number),
        moment,
        null,
        null,
        SEAL);
  }
}
