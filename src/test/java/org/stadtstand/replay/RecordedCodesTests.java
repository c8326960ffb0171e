package org.stadtstand.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stadtstand.ground.fault.ErrorCode;

/** What is recorded is whole: each code refused once, each exchange answered, nothing twice. */
class RecordedCodesTests {

  /** Codes that no request alone can cause, each with the reason and the test that covers it. */
  private static final Map<ErrorCode, Elsewhere> NOT_RECORDED =
      new EnumMap<>(
          Map.of(
              ErrorCode.AMBIGUOUS,
              new Elsewhere(
                  "no two services of the packages share a LeiKa key", "ServiceLookupTests"),
              ErrorCode.TIMEOUT,
              new Elsewhere("needs a statement that is slow enough", "DeadlineIT"),
              ErrorCode.OVERLOADED,
              new Elsewhere("needs many questions at once", "UnderPressureIT"),
              ErrorCode.UNAVAILABLE,
              new Elsewhere("needs a database that is away", "UnderPressureIT"),
              ErrorCode.INTERNAL,
              new Elsewhere("needs a fault of ours", "FaultsTests")));

  private static final Pattern CODE = Pattern.compile("\"code\" ?: ?\"(\\w+)\"");

  private static final long BYTES = 1_500_000;

  private record Elsewhere(String reason, String test) {}

  @Test
  void everyCodeIsRefusedOnceOrNamedWithItsTest() {
    Set<String> recorded =
        exchanges().stream()
            .flatMap(exchange -> CODE.matcher(exchange.response()).results())
            .map(found -> found.group(1))
            .collect(Collectors.toSet());
    for (ErrorCode code : ErrorCode.values()) {
      assertThat(recorded.contains(code.name()))
          .as("%s is recorded, or else not recorded for a reason", code)
          .isNotEqualTo(NOT_RECORDED.containsKey(code));
    }
  }

  @Test
  void theTestsNamedLookAtTheirCode() throws IOException {
    for (Map.Entry<ErrorCode, Elsewhere> entry : NOT_RECORDED.entrySet()) {
      assertThat(source(entry.getValue().test())).contains(entry.getKey().name());
    }
  }

  @Test
  void everyRequestHasItsAnswerAndItsName() {
    assertThat(exchanges())
        .hasSizeGreaterThan(200)
        .allSatisfy(exchange -> assertThat(exchange.response()).isNotEmpty());
    assertThat(exchanges()).extracting(RecordedExchange::name).doesNotHaveDuplicates();
  }

  @Test
  void recordingsStaySmall() {
    long bytes =
        Recording.all().stream().mapToLong(recording -> recording.file().toFile().length()).sum();
    assertThat(bytes).isLessThan(BYTES);
  }

  private static List<RecordedExchange> exchanges() {
    return Recording.all().stream().flatMap(recording -> recording.exchanges().stream()).toList();
  }

  private static String source(String test) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      return Files.readString(
          files.filter(file -> file.endsWith(test + ".java")).findFirst().orElseThrow());
    }
  }
}
