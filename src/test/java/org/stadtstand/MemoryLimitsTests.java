package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The heap leaves room for what Java takes beside it, or the system ends the program under
 * pressure; and the image is trained with the options with which it starts.
 */
class MemoryLimitsTests {

  /** Measured under pressure: src/docs/verification.md. */
  private static final int BESIDE_THE_HEAP_MIB = 300;

  @ParameterizedTest
  @CsvSource({
    "Dockerfile, src/deploy/compose/compose.yml, mem_limit: (\\d+)g",
    "Dockerfile, src/deploy/kubernetes/stadtstand.yaml, 'limits: \\{memory: (\\d+)Gi}'",
    "src/deploy/systemd/stadtstand.service, src/deploy/systemd/stadtstand.service,"
        + " MemoryMax=(\\d+)G"
  })
  void heapAndTheRestFitIntoTheLimit(Path start, Path limits, String limit) throws IOException {
    List<Integer> allowed = numbers(limits, limit);
    assertThat(allowed).hasSize(1);
    int mib = 1024 * allowed.getFirst();
    assertThat(numbers(start, "MaxRAMPercentage=(\\d+)"))
        .isNotEmpty()
        .allMatch(share -> mib * share / 100 + BESIDE_THE_HEAP_MIB <= mib);
  }

  private static List<Integer> numbers(Path file, String pattern) throws IOException {
    return Pattern.compile(pattern)
        .matcher(Files.readString(file))
        .results()
        .map(found -> Integer.valueOf(found.group(1)))
        .toList();
  }

  @Test
  void theImageIsTrainedWithTheOptionsOfItsStart() throws IOException {
    String image = Files.readString(Path.of("Dockerfile"));
    List<String> trained = options(image, "(?m)^ *\\S*/image/train (.*)$");
    assertThat(trained).isNotEmpty();
    assertThat(options(image, "(?m)^ENTRYPOINT (.*)$")).containsAll(trained);
  }

  private static List<String> options(String image, String line) {
    String found =
        Pattern.compile(line)
            .matcher(image)
            .results()
            .map(each -> each.group(1))
            .reduce("", String::concat);
    return Pattern.compile("-XX:[^\\s\",]+")
        .matcher(found)
        .results()
        .map(MatchResult::group)
        .toList();
  }
}
