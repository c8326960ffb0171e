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
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.stadtstand.Application;
import org.stadtstand.Questions;
import org.stadtstand.deliver.publication.Press;
import org.stadtstand.ground.database.TestDatabase;
import org.stadtstand.record.time.Present;

/** A whole server with an empty database, where each publication is one day after the last. */
final class OwnServer {

  private static final AtomicReference<Instant> TIME =
      new AtomicReference<>(Instant.parse("2026-01-01T11:00:00Z"));

  private static final ConfigurableApplicationContext CONTEXT = start();

  private OwnServer() {}

  private static ConfigurableApplicationContext start() {
    // Its own connections are not needed: the server has others, and PostgreSQL limits their
    // number.
    try (TestDatabase database = TestDatabase.fresh()) {
      return new SpringApplicationBuilder(
              Application.class, Questions.class, Press.class, TestClock.class)
          .run(
              "--spring.datasource.url=" + database.url(),
              "--spring.datasource.username=" + database.user(),
              "--spring.datasource.password=" + database.password(),
              "--database.read-connections=4",
              "--ingest.packages=",
              "--server.port=0");
    }
  }

  static Questions questions() {
    return CONTEXT.getBean(Questions.class);
  }

  static Press press() {
    return CONTEXT.getBean(Press.class);
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
