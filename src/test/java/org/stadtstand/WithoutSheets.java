package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.springframework.context.ConfigurableApplicationContext;
import org.stadtstand.ground.database.TestDatabase;
import tools.jackson.databind.JsonNode;

/** A second server for the same rows, which keeps no sheets and asks the database for all. */
final class WithoutSheets implements AutoCloseable {

  private final ConfigurableApplicationContext server =
      TestServer.on(TestDatabase.shared()).with(FixedDay.class).set("sheets.heap", 0).start();

  /** Arguments for a state of either city, among those the newest. */
  static String state(Random random) {
    String known =
        random.nextInt(2) == 0
            ? ""
            : ", knownAt: \"20%d-%02d-15\""
                .formatted(22 + random.nextInt(4), 1 + random.nextInt(12));
    String on =
        random.nextInt(2) == 0
            ? ""
            : ", on: \"20%d-%02d-%02d\""
                .formatted(19 + random.nextInt(9), 1 + random.nextInt(12), 1 + random.nextInt(28));
    return known + on;
  }

  /** What it answers is what another server has answered. */
  void answersAlike(String document, JsonNode other) {
    assertThat(other.toString())
        .as(document)
        .isEqualTo(server.getBean(Questions.class).ask(document).toString());
  }

  @Override
  public void close() {
    server.close();
  }
}
