package org.stadtstand.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command as a whole: its bytes, its packages side by side, and the arguments it refuses. */
class GenerateDemoTests {

  private static final Path COMMITTED = Path.of("seed-data/musterstadt");

  @TempDir Path temp = Path.of("");

  @Test
  void committedPackageIsWhatTheGeneratorWrites() throws IOException {
    generate("--out", temp.toString());
    assertThat(files(temp)).isEqualTo(files(COMMITTED));
  }

  @Test
  void sameArguments_sameBytes_whateverTheLocale() throws IOException {
    Locale before = Locale.getDefault();
    try {
      generate("--seed", "7", "--out", temp.resolve("a").toString());
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      generate("--seed", "7", "--out", temp.resolve("b").toString());
    } finally {
      Locale.setDefault(before);
    }
    assertThat(files(temp.resolve("a"))).isEqualTo(files(temp.resolve("b")));
  }

  @Test
  void otherSeed_otherBytes() throws IOException {
    generate("--seed", "2", "--out", temp.toString());
    assertThat(files(temp)).isNotEqualTo(files(COMMITTED));
  }

  @Test
  void scale_writesOnePackagePerCity() throws IOException {
    generate("--scale", "3", "--releases", "8", "--out", temp.toString());
    assertThat(temp.resolve("demo-0003/08-2025-06-30/datapackage.json")).exists();
    Path municipality = temp.resolve("demo-0002/01-2021-12-31/municipality.csv");
    assertThat(Files.readString(municipality)).contains("demo-0002,99000002,990000000002,");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--seed 1",
        "--out",
        "--out x --releases 7",
        "--out x --scale many",
        "--out x --colour red"
      })
  void refusesWrongArgumentsWithASentence(String line) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] args = line.isEmpty() ? new String[0] : line.split(" ");
    int code = GenerateDemo.run(args, System.out, new PrintStream(err, true, UTF_8));
    assertThat(code).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains("--").endsWith(System.lineSeparator());
  }

  private static void generate(String... args) {
    PrintStream quiet = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
    assertThat(GenerateDemo.run(args, quiet, System.err)).isZero();
  }

  private static Map<String, String> files(Path root) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(path).toString(), Files.readString(path));
      }
    }
    return files;
  }
}
