package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The build states each version once, and is the same wherever it runs. */
class BuildFileTests {

  private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");
  private static final Pattern STEP = Pattern.compile("(?m)^ +- ((?:uses|run): .+)$");

  @Test
  void everyVersionOfSomethingElseIsAProperty() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    String afterOwn = pom.substring(pom.indexOf("<properties>"));
    List<String> versions =
        VERSION.matcher(afterOwn).results().map((MatchResult found) -> found.group(1)).toList();
    // A range says what the build runs on; it is not the version of a dependency.
    assertThat(versions)
        .hasSizeGreaterThan(10)
        .allSatisfy(version -> assertThat(version).matches("\\$\\{[a-z0-9.-]+}|\\[.*\\)"));
  }

  @Test
  void theWorkflowRunsTheSameScriptAndNobodyElsesActions() throws IOException {
    List<String> steps =
        STEP.matcher(Files.readString(Path.of(".github/workflows/verify.yml")))
            .results()
            .map((MatchResult found) -> found.group(1))
            .toList();
    assertThat(steps)
        .containsExactly(
            "uses: actions/checkout@v5", "uses: actions/setup-java@v5", "run: .ci/run");
    assertThat(Path.of(".ci/run")).isExecutable();
  }
}
