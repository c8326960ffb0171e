package org.stadtstand.serve.subscription;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.springframework.context.ConfigurableApplicationContext;
import org.stadtstand.Questions;
import org.stadtstand.TestServer;
import org.stadtstand.deliver.publication.Press;
import org.stadtstand.ground.database.TestDatabase;
import tools.jackson.databind.JsonNode;

/** Two servers of one database: one that publishes, and another that looks for what it has. */
final class TwoServers implements AutoCloseable {

  private final int perCaller;
  private final TestDatabase database;
  private final ConfigurableApplicationContext one;
  private ConfigurableApplicationContext other;
  private int newest = 4;

  TwoServers(int perCaller) {
    this.perCaller = perCaller;
    database = TestDatabase.fresh();
    one = node("seed-data/duesseldorf");
    Awaitility.await()
        .atMost(Duration.ofMinutes(3))
        .ignoreExceptions()
        .until(() -> ask("{ release { number } }").at("/data/release/number").asInt() == 4);
    other = node("");
  }

  private ConfigurableApplicationContext node(String packages) {
    return TestServer.on(database)
        .importing(packages)
        .set("history.poll", "200ms")
        .set("rate.units", 0)
        .set("subscription.heartbeat", "500ms")
        .set("subscription.per-caller", perCaller)
        .set("server.tomcat.connection-timeout", "2s")
        .start();
  }

  @Override
  public void close() {
    other.close();
    one.close();
    database.close();
  }

  JsonNode ask(String document) {
    return one.getBean(Questions.class).ask(document);
  }

  static int port(ConfigurableApplicationContext node) {
    return Integer.parseInt(
        Objects.requireNonNull(node.getEnvironment().getProperty("local.server.port")));
  }

  double listeners() {
    return one.getBean(MeterRegistry.class).get("stadtstand.listeners").gauge().value();
  }

  void publish() throws Exception {
    one.getBean(Press.class).revoke("duesseldorf", newest);
    newest++;
  }

  /** Every change, in order, and behind them the cursor of the end. */
  List<String> feed() {
    return Follower.feed(one.getBean(Questions.class));
  }

  ConfigurableApplicationContext one() {
    return one;
  }

  ConfigurableApplicationContext other() {
    return other;
  }

  int newest() {
    return newest;
  }

  void stopOther() {
    other.close();
  }

  void startOther() {
    other = node("");
  }
}
