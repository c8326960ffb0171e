package org.stadtstand.ground.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Under cron the locale is not UTF-8; reasons and folders are read all the same. */
class OtherLocaleTests {

  @TempDir private Path parent;

  /** A shell passes the bytes on as they are, which Java in such a locale could not. */
  private List<String> run(String locale, byte[] arguments) throws IOException {
    Process shell = new ProcessBuilder("sh").redirectErrorStream(true).start();
    try (OutputStream script = shell.getOutputStream()) {
      String java =
          "cd '%s' && LC_ALL=%s exec '%s/bin/java' -XX:TieredStopAtLevel=1 -cp '%s' %s "
              .formatted(
                  parent,
                  locale,
                  System.getProperty("java.home"),
                  System.getProperty("java.class.path"),
                  EchoedArguments.class.getName());
      script.write(java.getBytes(StandardCharsets.UTF_8));
      script.write(arguments);
      script.write('\n');
    }
    return shell.inputReader(StandardCharsets.UTF_8).lines().toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"C", "POSIX", "C.UTF-8", "de_DE.ISO-8859-1"})
  void argumentsAreReadAsUtf8(String locale) throws IOException {
    Path folder = Files.createDirectories(FolderNames.path(parent + "/D\u00FCsseldorf +1"));
    Files.createFile(folder.resolve("datapackage.json"));
    String arguments =
        "'Pr\u00FCfung \u201E\u00A7 4\u201C' '' 'D\u00FCsseldorf +1' '%s/D\u00FCsseldorf +1'";
    assertThat(run(locale, arguments.formatted(parent).getBytes(StandardCharsets.UTF_8)))
        .containsExactly(
            "Pr{00fc}fung {201e}{00a7} 4{201c} false Pr{00fc}fung {201e}{00a7} 4{201c}",
            " false " + parent.getFileName(),
            "D{00fc}sseldorf +1 true D{00fc}sseldorf +1",
            parent + "/D{00fc}sseldorf +1 true D{00fc}sseldorf +1");
  }

  @Test
  void whatIsInNoKnownEncodingStaysUnreadable() throws IOException {
    assertThat(run("C", "Pr\u00FCfung".getBytes(StandardCharsets.ISO_8859_1)))
        .singleElement()
        .asString()
        .startsWith("Pr{fffd}fung ");
  }

  @Test
  void theLocaleSaysWhatIsNotUtf8() {
    byte[] line = "java\0-jar\0x.jar\0Pr\u00FCfung\0\0".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(GivenArguments.decoded(line, List.of("Pr?fung", ""), Charset.forName("ISO-8859-15")))
        .containsExactly("Pr\u00FCfung", "");
  }
}
