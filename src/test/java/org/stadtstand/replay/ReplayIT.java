package org.stadtstand.replay;

import io.github.bucket4j.TimeMeter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.stadtstand.FixedDay;
import org.stadtstand.ground.database.TestDatabase;

/**
 * Sends recorded requests to a server with both packages, and compares status, header fields and
 * bodies with what was recorded, byte for byte: what a caller can rely on. A request without an
 * answer is answered in its file, and fails once, so that somebody reads it; {@code
 * -Dreplay.record=true} records all anew.
 */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "database.read-connections=4",
      // Half a request is given up after this; a whole one must never be.
      "http.body-time=5s",
      "server.tomcat.connection-timeout=5s",
      // A machine that is busy with other work answers late, and still the same.
      "limits.time=3m",
      "admission.patience=3m",
      "database.connection-timeout=3m",
      "database.statement-timeout=3m",
      // Few, so that a caller who stores too much can be recorded.
      "rate.stored-per-minute=3",
      "rate.keys[0].name=small",
      // Of "small".
      "rate.keys[0].sha256=81db8ebbbbc69c6c6ad4a6aa92b76e0c08af547da236b9e2c9dbe1d8285a8130",
      "rate.keys[0].units=1"
    })
@Import({FixedDay.class, ReplayIT.StandingTime.class})
class ReplayIT {

  private static final boolean RECORD = Boolean.getBoolean("replay.record");
  private static final Path SEEN = Path.of("target/replay");
  private static final TestDatabase DATABASE = SeededDatabase.create();

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void useOwnDatabase(DynamicPropertyRegistry settings) {
    settings.add("spring.datasource.url", DATABASE::url);
    settings.add("spring.datasource.username", DATABASE::user);
    settings.add("spring.datasource.password", DATABASE::password);
  }

  static List<Recording> recordings() {
    return Recording.all();
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void isAnsweredAsRecorded(Recording recording) throws IOException {
    List<String> kept = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    StringBuilder wrong = new StringBuilder();
    String etag = "";
    for (RecordedExchange exchange : recording.exchanges()) {
      String response = RecordedResponse.of(RawHttp.send(port, exchange.bytes(etag)));
      etag =
          response
              .lines()
              .filter(line -> line.startsWith("ETag: "))
              .findFirst()
              .orElse(etag)
              .replace("ETag: ", "");
      boolean fresh = RECORD || exchange.response().isEmpty();
      seen.add(response);
      kept.add(fresh ? response : exchange.response());
      if (!RECORD && !response.equals(exchange.response())) {
        wrong.append("### ").append(exchange.name()).append('\n');
        wrong.append(
            fresh
                ? "  was recorded: read and commit it\n"
                : Difference.of(exchange.response(), response));
      }
    }
    Files.createDirectories(SEEN);
    Files.writeString(SEEN.resolve(recording.toString()), recording.write(seen));
    Files.writeString(recording.file(), recording.write(kept));
    if (!wrong.isEmpty()) {
      throw new AssertionError(
          "%s differs; all of it as it is now stands in %s\n%s"
              .formatted(recording, SEEN.resolve(recording.toString()), wrong));
    }
  }

  /** Budgets that do not fill: what is left then depends on the question alone. */
  @TestConfiguration(proxyBeanMethods = false)
  static class StandingTime {

    @Bean
    @Primary
    TimeMeter standingMeter() {
      return new TimeMeter() {
        @Override
        public long currentTimeNanos() {
          return 0;
        }

        @Override
        public boolean isWallClockBased() {
          return false;
        }
      };
    }
  }
}
