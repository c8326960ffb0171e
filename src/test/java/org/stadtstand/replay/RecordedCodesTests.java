package org.stadtstand.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
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
              ErrorCode.READ_ONLY,
              new Elsewhere("needs a server that only reads", "ReplicatedNodesIT"),
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

  /**
   * For callers who accept JSON alone, the standard asks for 200 where the document is at fault.
   */
  @Test
  void everyRefusalHasTheStatusThatTheDocumentationGivesItsCode() throws IOException {
    Map<String, Integer> documented = documented();
    for (RecordedExchange exchange : exchanges()) {
      int status =
          Integer.parseInt(exchange.response().replaceFirst("(?s)^>>> \\S+ (\\d+).*", "$1"));
      Matcher code = CODE.matcher(exchange.response());
      if (status >= 400 && code.find()) {
        assertThat(status).as(exchange.name()).isEqualTo(documented.get(code.group(1)));
      }
    }
  }

  @Test
  void theDocumentedStatusesAreThoseOfTheCodes() throws IOException {
    Map<String, Integer> documented = documented();
    for (ErrorCode code : ErrorCode.values()) {
      assertThat(documented.get(code.name())).as(code.name()).isEqualTo(code.status());
    }
  }

  private static Map<String, Integer> documented() throws IOException {
    Map<String, Integer> statuses = new HashMap<>();
    Matcher row =
        Pattern.compile("(?m)^\\| (`[A-Z_]+`(?:, `[A-Z_]+`)*) \\| (\\d{3}) \\|")
            .matcher(Files.readString(Path.of("src/docs/api.md")));
    while (row.find()) {
      for (String code : row.group(1).replace("`", "").split(", ")) {
        statuses.put(code, Integer.valueOf(row.group(2)));
      }
    }
    return statuses;
  }

  /** Those that a page of another host may always read, or that speak to browsers and proxies. */
  private static final Set<String> NOT_EXPOSED =
      Set.of(
          "cache-control",
          "content-language",
          "content-length",
          "content-type",
          "connection",
          "transfer-encoding",
          "keep-alive",
          "referrer-policy",
          "x-content-type-options",
          "x-frame-options",
          "accept-patch",
          "content-security-policy");

  @Test
  void everyFieldThatACallerIsPromisedCanBeReadByForeignPages() {
    for (RecordedExchange exchange : exchanges()) {
      Map<String, String> fields = new TreeMap<>();
      exchange
          .response()
          .lines()
          .skip(1)
          .takeWhile(line -> !line.isBlank())
          .map(line -> line.split(": ", 2))
          .filter(field -> field.length == 2)
          .forEach(field -> fields.put(field[0].toLowerCase(Locale.ROOT), field[1]));
      String exposed = fields.get("access-control-expose-headers");
      if (exposed != null) {
        fields
            .keySet()
            .removeIf(
                name ->
                    name.startsWith("access-control-")
                        || name.startsWith("cross-origin-")
                        || NOT_EXPOSED.contains(name));
        assertThat(exposed.toLowerCase(Locale.ROOT).split(", "))
            .as(exchange.name())
            .contains(fields.keySet().toArray(String[]::new));
      }
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
