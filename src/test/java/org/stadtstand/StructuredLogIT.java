package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every line of the log is an entry of Elastic's schema if the setting says so, the first one too.
 */
class StructuredLogIT {

  @Test
  void everyLineIsAnEntry() throws IOException {
    Process program =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                // As for training: it ends before it needs a database.
                "-Dspring.context.exit=onRefresh",
                "-cp",
                System.getProperty("java.class.path"),
                Application.class.getName(),
                "--logging.structured.format.console=ecs",
                "--server.port=0")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<JsonNode> entries =
        program
            .inputReader(StandardCharsets.UTF_8)
            .lines()
            .map(line -> JsonMapper.shared().readTree(line))
            .toList();
    assertThat(entries)
        .isNotEmpty()
        .allSatisfy(
            entry -> {
              assertThat(entry.at("/@timestamp").asString()).matches("\\d{4}-.*Z");
              assertThat(entry.at("/log/level").asString()).isIn("INFO", "WARN");
              assertThat(entry.at("/service/name").asString()).isEqualTo("stadtstand");
              assertThat(entry.at("/message").asString()).isNotEmpty();
            });
  }
}
