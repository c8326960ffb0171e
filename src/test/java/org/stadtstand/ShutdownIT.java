package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.context.ConfigurableApplicationContext;
import org.stadtstand.ground.database.DatabaseWire;
import org.stadtstand.ground.database.TestDatabase;
import org.stadtstand.serve.link.Web;

/** A server whose database is silent still ends soon, although it has something to write. */
class ShutdownIT {

  @Test
  @Timeout(60)
  void doesNotWaitForADatabaseThatIsSilent() throws InterruptedException {
    try (TestDatabase database = TestDatabase.fresh();
        DatabaseWire wire = new DatabaseWire(database.url())) {
      ConfigurableApplicationContext server =
          TestServer.on(database)
              .set("spring.datasource.url", wire.through(database.url()))
              .importing("seed-data/duesseldorf")
              .set("history.poll", "200ms")
              .start();
      Web web = new Web(TestServer.port(server));
      String stored = "";
      while (stored.isEmpty()) {
        // The package is imported behind.
        Thread.sleep(200);
        stored = Web.json(web.store("{ targets { nodes { key } } }")).path("id").asString("");
      }
      assertThat(web.get("/q/" + stored).statusCode()).isEqualTo(200);
      wire.silence();
      Thread.sleep(500);
      long begun = System.nanoTime();
      server.close();
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
    }
  }
}
