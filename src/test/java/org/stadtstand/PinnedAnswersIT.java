package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.stadtstand.record.cache.ResultCache;

/**
 * Answers about named states, kept byte for byte: no later change of a rule, a table or the program
 * may change one. If an answer differs, the change is wrong and not the file; a file is written
 * only if there is none yet, which fails once, so that somebody reads it.
 */
@ServerTest
class PinnedAnswersIT {

  private static final Path FOLDER = Path.of("src/test/resources/pinned");

  @Autowired private MovableClock clock;
  @Autowired private ResultCache cache;
  @LocalServerPort private int port;

  static List<Path> questions() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".graphql")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("questions")
  void isAnsweredAsEver(Path question) throws IOException, InterruptedException {
    String data = SentQuestion.of(port, Files.readString(question)).data();
    Path kept = Path.of(question.toString().replace(".graphql", ".json"));
    if (!Files.exists(kept)) {
      Files.writeString(kept, data);
      throw new AssertionError("Read and commit the answer that was written to " + kept);
    }
    assertThat(data).isEqualTo(Files.readString(kept));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void isAnsweredTheSameInFiveYears(Path question) throws Exception {
    String document = Files.readString(question);
    String today = SentQuestion.of(port, document).data();
    cache.clear();
    clock.during(
        "2031-11-22T11:00:00Z",
        () -> assertThat(SentQuestion.of(port, document).data()).isEqualTo(today));
  }

  @Test
  void thereAreSome() throws IOException {
    assertThat(questions()).hasSizeGreaterThan(5);
  }
}
