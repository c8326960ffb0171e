package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Runs widely used clients against the server: the tests of the Node project in {@code
 * src/conformance}. Skipped if Node is missing or too old.
 */
@ServerTest
class ConformanceIT {

  private static final int OLDEST_NODE = 20;
  private static final Path PROJECT = Path.of("src/conformance");
  private static final Path LOCK = PROJECT.resolve("package-lock.json");
  // npm writes this file last, so an interrupted installation is started again.
  private static final Path INSTALLED = PROJECT.resolve("node_modules/.package-lock.json");
  private static final Path OUTPUT = Path.of("target/conformance.log");
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final String NPM = File.separatorChar == '\\' ? "npm.cmd" : "npm";

  @LocalServerPort private int port;

  @Test
  void theClientsThatOthersUseAreServedRight() throws IOException, InterruptedException {
    needNode();
    if (isOutdated()) {
      run(NPM, "ci", "--no-audit", "--no-fund");
    }
    run(NPM, "test");
  }

  private static void needNode() {
    String node = version("node");
    String npm = version(NPM);
    boolean there = major(node) >= OLDEST_NODE && major(npm) > 0;
    String line =
        "ConformanceIT is skipped: install Node.js %d or newer with npm (found: node %s, npm %s)"
            .formatted(OLDEST_NODE, node, npm);
    if (!there) {
      // Maven counts skipped tests without giving the reason.
      System.out.println(line);
    }
    assumeTrue(there, line);
  }

  private static boolean isOutdated() throws IOException {
    return !Files.exists(INSTALLED)
        || Files.getLastModifiedTime(INSTALLED).compareTo(Files.getLastModifiedTime(LOCK)) < 0;
  }

  private void run(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(PROJECT.toFile());
    builder.environment().put("STADTSTAND_URL", "http://localhost:" + port);
    // To a file, because a child's output would garble Maven's own.
    Process process = builder.redirectErrorStream(true).redirectOutput(OUTPUT.toFile()).start();
    boolean ended = process.waitFor(LIMIT);
    if (!ended) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
    System.out.println(new String(Files.readAllBytes(OUTPUT), StandardCharsets.UTF_8));
    String told = String.join(" ", command);
    assertThat(ended).as("\"%s\" ended within %s", told, LIMIT).isTrue();
    assertThat(process.exitValue()).as("exit value of \"%s\", see above", told).isZero();
  }

  private static String version(String program) {
    ProcessBuilder builder = new ProcessBuilder(program, "--version");
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try (BufferedReader output = builder.start().inputReader()) {
      return Objects.requireNonNullElse(output.readLine(), "broken");
    } catch (IOException e) {
      return "none";
    }
  }

  /** The major version of {@code v20.1.2} or {@code 10.1.2}; 0 for anything else. */
  private static int major(String version) {
    Matcher matcher = Pattern.compile("v?(\\d+)\\..*").matcher(version);
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
  }
}
