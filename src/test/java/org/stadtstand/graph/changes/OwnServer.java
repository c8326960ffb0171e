package org.stadtstand.graph.changes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.Questions;
import org.stadtstand.TestServer;
import org.stadtstand.deliver.publication.Press;
import org.stadtstand.deliver.reading.DeliveryFolder;
import org.stadtstand.ground.database.TestDatabase;
import org.stadtstand.record.time.Present;
import org.stadtstand.record.time.ReleaseDirectory;

/** A whole server with an empty database, where each publication is one day after the last. */
final class OwnServer {

  private static final AtomicReference<Instant> TIME =
      new AtomicReference<>(Instant.parse("2026-01-01T11:00:00Z"));

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final ConfigurableApplicationContext CONTEXT =
      start(server().set("sheets.after", 1).set("columns.after", 1));
  private static final ConfigurableApplicationContext WITHOUT_SHEETS =
      start(server().set("sheets.heap", 0).set("columns.heap", 0));

  private OwnServer() {}

  private static TestServer server() {
    return TestServer.on(DATABASE).with(TestClock.class);
  }

  private static ConfigurableApplicationContext start(TestServer server) {
    // Its own connections are not needed: the server has others, and PostgreSQL limits their
    // number.
    DATABASE.close();
    return server.start();
  }

  static int port() {
    return CONTEXT.getEnvironment().getRequiredProperty("local.server.port", int.class);
  }

  /** The server beside it. */
  static BeanFactory other() {
    return WITHOUT_SHEETS;
  }

  /** A server beside it that reads everything by statements. */
  static Questions withoutSheets() {
    WITHOUT_SHEETS.getBean(ReleaseDirectory.class).read();
    return WITHOUT_SHEETS.getBean(Questions.class);
  }

  static ApplicationContext application() {
    return CONTEXT;
  }

  static Questions questions() {
    return CONTEXT.getBean(Questions.class);
  }

  static Press press() {
    return CONTEXT.getBean(Press.class);
  }

  /** How the indexes of a table are made. */
  static List<String> indexes(String table) {
    return CONTEXT
        .getBean(JdbcClient.class)
        .sql("select indexdef from pg_indexes where tablename = :table")
        .param("table", table)
        .query((row, number) -> row.getString(1))
        .list();
  }

  static LocalDate today() {
    return LocalDate.ofInstant(TIME.get(), Present.ZONE);
  }

  static void nextDay() {
    TIME.updateAndGet(now -> now.plus(Duration.ofDays(1)));
  }

  static Path folder() {
    try {
      return Files.createTempDirectory(Files.createDirectories(Path.of("target/tmp")), "changing");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The first delivery of a city, a day after the last publication: with a source, and with what
   * the test adds.
   *
   * @param number of three digits, which no other city has
   */
  static DeliveryFolder first(String city, int number) {
    nextDay();
    String name = "\"%s\"".formatted(city);
    DeliveryFolder folder =
        new DeliveryFolder(folder(), "001").with("name", name).with("municipality", name);
    folder.table(
        "municipality",
        "key,ags,ars,name_de",
        city + ",95000%1$03d,950000000%1$03d,Sampleton".formatted(number));
    return folder.table(
        "source",
        "key,kind,publisher,title,url,published_on,retrieved_on,reuse",
        "page,OFFICIAL_PAGE,City,Anderes,https://example.org/page,2020-05,2020-06-01,OPEN");
  }

  /** A clock set by the test. */
  static class TestClock {

    @Bean
    @Primary
    Clock movedClock() {
      return new Clock() {
        @Override
        public ZoneId getZone() {
          return Present.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return TIME.get();
        }
      };
    }
  }
}
