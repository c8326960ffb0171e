package org.stadtstand.deliver.publication;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.stadtstand.Questions;
import org.stadtstand.TestServer;
import org.stadtstand.deliver.checks.PublishingLock;
import org.stadtstand.ground.database.TestDatabase;

/**
 * Two servers that find the same folders at their start: each folder becomes one release, whoever
 * comes second waits and says so, and both answer from all of them.
 */
@ExtendWith(OutputCaptureExtension.class)
class SharedFolderIT {

  private static final String WAITS = "is publishing; this waits until it has ended";

  @Test
  void whatBothFindIsPublishedOnce(CapturedOutput log) throws Exception {
    try (TestDatabase database = TestDatabase.fresh()) {
      List<CompletableFuture<ConfigurableApplicationContext>> starts;
      // A third one has begun before them, so that both must wait at their first folder.
      try (Connection third = database.publishing().dataSource().getConnection()) {
        third.setAutoCommit(false);
        PublishingLock.take(JdbcClient.create(new SingleConnectionDataSource(third, true)));
        starts =
            Stream.of(1, 2).map(n -> CompletableFuture.supplyAsync(() -> start(database))).toList();
        Awaitility.await()
            .atMost(Duration.ofMinutes(2))
            .untilAsserted(() -> assertThat(log.getOut().split(WAITS, -1)).hasSizeGreaterThan(2));
        third.rollback();
      }
      try (ConfigurableApplicationContext one = starts.get(0).get(2, TimeUnit.MINUTES);
          ConfigurableApplicationContext other = starts.get(1).get(2, TimeUnit.MINUTES)) {
        for (ConfigurableApplicationContext each : List.of(one, other)) {
          each.getBean(PackageImport.class).ended().get(2, TimeUnit.MINUTES);
          Awaitility.await()
              .atMost(Duration.ofSeconds(10))
              .untilAsserted(() -> assertThat(numbers(each)).contains("1", "2", "3", "4"));
        }
        assertThat(numbers(one)).isEqualTo(numbers(other)).doesNotContain("5");
        assertThat(imported(one, "published") + imported(other, "published")).isEqualTo(4);
        assertThat(imported(one, "refused") + imported(other, "refused")).isZero();
      }
    }
  }

  private static String numbers(ConfigurableApplicationContext server) {
    return server
        .getBean(Questions.class)
        .data("{ releases(first: 10) { nodes { number } } }")
        .toString();
  }

  private static double imported(ConfigurableApplicationContext server, String outcome) {
    return server
        .getBean(MeterRegistry.class)
        .get("stadtstand.deliveries")
        .tag("outcome", outcome)
        .functionCounter()
        .count();
  }

  private static ConfigurableApplicationContext start(TestDatabase database) {
    return TestServer.on(database).importing("seed-data/duesseldorf").start();
  }
}
