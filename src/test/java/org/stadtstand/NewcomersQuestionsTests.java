package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The map answers each newcomer's question with a file, which contains the symbol it names. */
class NewcomersQuestionsTests {

  private static final Pattern ROW =
      Pattern.compile("\\| [^|]+\\? \\| `([^`]+)` \\| `([^`]+)` \\|");

  @Test
  void eachAnswerNamesAFileAndASymbolInIt() throws IOException {
    String map = Files.readString(Path.of("src/docs/architecture.md"));
    List<MatchResult> answers =
        ROW.matcher(map.substring(map.indexOf("## Newcomers' questions"))).results().toList();
    assertThat(answers).isNotEmpty();
    for (MatchResult answer : answers) {
      assertThat(Files.readString(Path.of(answer.group(1))))
          .as(answer.group())
          .contains(answer.group(2));
    }
  }
}
