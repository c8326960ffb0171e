package org.stadtstand.serve.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ConfigurableApplicationContext;
import org.stadtstand.TestConsole;
import org.stadtstand.TestServer;
import org.stadtstand.deliver.publication.Press;
import org.stadtstand.ground.database.HookDatabase;
import org.stadtstand.ground.database.TestDatabase;
import org.stadtstand.ground.fault.StartRefused;
import org.stadtstand.serve.hook.HookReceivers.Heard;

/**
 * Two servers of one database tell of each release once, also of what failed before they restart.
 */
@Timeout(600)
class HookNodesIT {

  private static final Path DELIVERIES = Path.of("seed-data/duesseldorf");

  @Test
  void eachMessageIsDeliveredOnceWhateverStops() throws Exception {
    try (TestDatabase database = TestDatabase.fresh();
        HookReceivers receivers = new HookReceivers()) {
      receivers.answers("/down", 503);
      List<Path> folders = folders();
      try (ConfigurableApplicationContext one = node(database, receivers);
          ConfigurableApplicationContext other = node(database, receivers)) {
        assertThat(other.isRunning()).isTrue();
        publish(one, folders.subList(0, 2));
        publish(other, folders.subList(2, 4));
        one.getBean(Press.class).revoke("duesseldorf", 4);
        redact(one);
        eventually(() -> assertThat(receivers.at("/press")).hasSizeGreaterThanOrEqualTo(6));
        eventually(() -> assertThat(receivers.at("/down")).hasSizeGreaterThan(6));
        assertThat(gauge(one, "stadtstand.hook.waiting")).isPositive();
      }
      assertToldOnce(receivers.at("/press"));
      receivers.answers("/down", 200);
      int before = receivers.at("/down").size();
      try (ConfigurableApplicationContext again = node(database, receivers)) {
        eventually(() -> assertThat(gauge(again, "stadtstand.hook.waiting")).isZero());
        eventually(() -> assertThat(receivers.at("/down")).hasSize(before + 6));
      }
      assertThat(receivers.at("/down").subList(before, before + 6))
          .extracting(Heard::id)
          .doesNotHaveDuplicates();
      assertToldOnce(receivers.at("/press"));
    }
  }

  private static void assertToldOnce(List<Heard> heard) {
    assertThat(heard).hasSize(6).extracting(Heard::id).doesNotHaveDuplicates();
    assertThat(heard).extracting(Heard::number).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 0);
    assertThat(heard)
        .filteredOn(each -> each.json().path("type").asString().equals("redaction.listed"))
        .singleElement()
        .satisfies(each -> assertThat(each.json().at("/data/entry").asInt()).isEqualTo(1));
    assertThat(heard)
        .filteredOn(each -> each.number() == 5)
        .singleElement()
        .satisfies(each -> assertThat(each.json().at("/data/revokes").asInt()).isEqualTo(4));
  }

  /** Whoever holds this connection can touch nothing that was published. */
  @Test
  void theRoleTouchesOnlyItsQueue() {
    try (TestDatabase database = TestDatabase.fresh();
        HookDatabase hooks = database.hooks()) {
      for (String statement :
          List.of(
              "select from release",
              "delete from release",
              "select from link.question",
              "create table hook.mine (n int)",
              "truncate hook.message",
              "create role mine")) {
        assertThatThrownBy(() -> hooks.jdbc().sql(statement).update())
            .as(statement)
            .hasStackTraceContaining("permission denied");
      }
      assertThatThrownBy(() -> hooks.jdbc().sql("drop table hook.message").update())
          .hasStackTraceContaining("must be owner");
      assertThat(hooks.jdbc().sql("delete from hook.message").update()).isZero();
    }
  }

  @Test
  void withoutAnAddressOfTheServerItDoesNotStart() {
    try (TestDatabase database = TestDatabase.fresh()) {
      TestServer server =
          server(database)
              .set("hook.receivers[0].name", "press")
              .set("hook.receivers[0].url", "https://receiver.example/")
              .set("hook.receivers[0].secret", HookReceivers.SECRET);
      assertThatThrownBy(server::start)
          .rootCause()
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("does not know its address");
    }
  }

  private static List<Path> folders() {
    List<Path> folders = new ArrayList<>();
    for (File each : Objects.requireNonNull(DELIVERIES.toFile().listFiles())) {
      if (each.isDirectory()) {
        folders.add(each.toPath());
      }
    }
    folders.sort(null);
    return folders;
  }

  private static void publish(ConfigurableApplicationContext node, List<Path> folders)
      throws Exception {
    for (Path folder : folders) {
      node.getBean(Press.class).publish(folder);
    }
  }

  private static void redact(ConfigurableApplicationContext node) {
    new TestConsole(node).withhold("duesseldorf", "target", "srv-1", "wording");
  }

  private static double gauge(ConfigurableApplicationContext node, String name) {
    return node.getBean(MeterRegistry.class).get(name).gauge().value();
  }

  private static void eventually(ThrowingRunnable holds) {
    Awaitility.await().atMost(Duration.ofSeconds(90)).untilAsserted(holds);
  }

  private static ConfigurableApplicationContext node(
      TestDatabase database, HookReceivers receivers) {
    TestServer node =
        server(database)
            .set("link.public-url", "https://stadtstand.example")
            .set("hook.networks", "127.0.0.1")
            .set("hook.retry", "500ms");
    List<String> names = List.of("press", "down");
    for (int i = 0; i < names.size(); i++) {
      String receiver = "hook.receivers[" + i + "].";
      node.set(receiver + "name", names.get(i))
          .set(receiver + "url", receivers.url("127.0.0.1", "/" + names.get(i)))
          .set(receiver + "secret", HookReceivers.SECRET);
    }
    return node.start();
  }

  private static TestServer server(TestDatabase database) {
    return TestServer.on(database).set("history.poll", "200ms");
  }
}
