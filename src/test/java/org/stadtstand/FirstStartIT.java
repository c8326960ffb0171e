package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The unpacking of the database at the first start leaves no memory behind. */
class FirstStartIT {

  /** Bytes outside the heap that Java's own library has taken. */
  private static final Pattern OUTSIDE_THE_HEAP =
      Pattern.compile("Other \\(reserved=\\d+, committed=(\\d+)\\)");

  @Test
  void whatWasUnpackedIsNotHeld(@TempDir Path data) throws Exception {
    Process program =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-XX:NativeMemoryTracking=summary",
                "-XX:+UnlockDiagnosticVMOptions",
                // At its end.
                "-XX:+PrintNMTStatistics",
                "-cp",
                System.getProperty("java.class.path"),
                Application.class.getName(),
                "verify",
                "--database.data-directory=" + data)
            .redirectErrorStream(true)
            .start();
    String printed = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    // Nothing is published, so that nothing can be verified.
    assertThat(program.waitFor()).as(printed).isEqualTo(3);
    Matcher outside = OUTSIDE_THE_HEAP.matcher(printed);
    assertThat(outside.find()).as(printed).isTrue();
    assertThat(Integer.parseInt(outside.group(1))).isLessThan(8_000_000);
  }
}
