package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The build file names each version once, where all of them stand. */
class BuildFileTests {

  private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");

  @Test
  void everyVersionOfSomethingElseIsAProperty() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    String afterOwn = pom.substring(pom.indexOf("<properties>"));
    List<String> versions =
        VERSION.matcher(afterOwn).results().map((MatchResult found) -> found.group(1)).toList();
    assertThat(versions).hasSizeGreaterThan(10);
    // A range says what the build runs on, and is no version of anything.
    assertThat(versions)
        .allSatisfy(version -> assertThat(version).matches("\\$\\{[a-z0-9.-]+}|\\[.*\\)"));
  }
}
