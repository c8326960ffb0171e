package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * All Java files have one layout, so that a diff shows only real changes. With {@code -Dformat} the
 * files are rewritten and the test passes.
 */
class FormatTests {

  private static final String COMMAND = "mvn test -Dtest=FormatTests -Dformat";

  private final Formatter formatter = new Formatter();

  @Test
  void everyFileIsLaidOutByGoogleJavaFormat() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path file : SourceFiles.all()) {
      String source = Files.readString(file);
      String formatted = format(file, source);
      if (!formatted.equals(source)) {
        if (System.getProperty("format") == null) {
          wrong.add(file.toString());
        } else {
          Files.writeString(file, formatted);
        }
      }
    }
    assertThat(wrong).as("files that \"%s\" would change", COMMAND).isEmpty();
  }

  private String format(Path file, String source) {
    try {
      return formatter.formatSourceAndFixImports(source);
    } catch (FormatterException e) {
      throw new AssertionError(file + " is no Java that can be read: " + e.getMessage(), e);
    }
  }
}
