package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The language of the machine changes nothing that the program writes. */
class OtherLocalesTests {

  @ParameterizedTest
  @CsvSource({"ar, EG", "tr, TR", "de, DE", "fa, IR", "hi, IN", "my, MM", "lt, LT"})
  void changeNoFigureAndNoLetter(String language, String country) throws IOException {
    Process program =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-Duser.language=" + language,
                "-Duser.country=" + country,
                "-cp",
                System.getProperty("java.class.path"),
                WordsAtTheEnd.class.getName())
            .redirectErrorStream(true)
            .start();
    List<String> lines = program.inputReader(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines.getLast()).isEqualTo("1234 0.5 1,234 i I");
  }
}
