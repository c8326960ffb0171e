package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.stadtstand.ground.command.Commands;
import org.stadtstand.ground.fault.StartRefused;

/** What the program does with arguments before it starts anything. */
class CommandLineTests {

  /** An empty application: any command that asks it for a bean fails, with status 3. */
  private final TestConsole console = new TestConsole(new StaticListableBeanFactory());

  static List<String> commands() {
    return new ArrayList<>(Application.commands().byName().keySet());
  }

  @Test
  void helpNamesEveryCommand() {
    assertThat(console.run("--help")).isZero();
    assertThat(commands())
        .isNotEmpty()
        .allSatisfy(name -> assertThat(console.printed()).contains("  " + name + " "));
    assertThat(console.complaint()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void eachCommandPrintsItsOwnHelp(String command) {
    assertThat(console.run(command, "--help")).isZero();
    assertThat(console.printed())
        .startsWith("Usage: stadtstand " + command + " ")
        .contains("Status:", "  0   ", "  2   not understood; nothing was done");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void eachCommandRefusesAnOptionItDoesNotKnow(String command) {
    assertThat(console.run(command, "a", "b", "c", "--reason=d", "--legal-basis=e", "--dry"))
        .isEqualTo(2);
    assertThat(console.complaint()).contains("Usage: stadtstand " + command + " ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"imprt folder", "generate --out x", "--port=9", "@folder", "-"})
  void whatIsNoCommandStartsNothing(String arguments) {
    assertThat(console.run(arguments.split(" "))).isEqualTo(2);
    assertThat(console.complaint()).contains("Usage: stadtstand");
    assertThat(console.printed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Pr\uFFFDfung", "Pr\u0007fung", "\u202Egnuf\u00FCrP", "Pr\u200Bfung"})
  void whatNobodyCanReadIsRefused(String text) {
    for (String reason : List.of("--reason=" + text, "--legal-basis=" + text)) {
      assertThat(console.run("redact", "a", "b", "c", reason, "--preview")).isEqualTo(2);
      assertThat(console.complaint()).contains("which nobody can read.", " U+");
    }
    assertThat(console.run("revoke", "a", "1", "--reason", text)).isEqualTo(2);
    assertThat(console.run("block-link", "a", "--reason", text)).isEqualTo(2);
  }

  @Test
  void aReasonReadInAWrongEncodingIsRefused() {
    assertThat(console.run("revoke", "city", "4", "--reason", "PrÃ¼fung")).isEqualTo(2);
    assertThat(console.complaint()).contains("“PrÃ¼fung” was read in a wrong encoding");
  }

  @Test
  void aSettingOfACommandIsGivenOnce() {
    assertThat(Application.ofCommand(List.of("--limits.depth=3")))
        .startsWith("--limits.depth=3", "--database.attach=true", "--logging.level.root=warn");
    assertThat(Application.ofCommand(List.of("--database.attach=true")))
        .startsWith("--database.attach=true", "--logging.level.root=warn")
        .doesNotHaveDuplicates();
    assertThat(
            Application.ofCommand(List.of("--database.attach=false", "--logging.level.root=info")))
        .startsWith("--database.attach=false", "--logging.level.root=info")
        .doesNotContain("--database.attach=true", "--logging.level.root=warn");
  }

  @Test
  void anErrorIsAStatusOfItsOwn() {
    assertThat(console.run("import", "folder")).isEqualTo(3);
    assertThat(console.complaint())
        .startsWith("The program made a mistake")
        .contains("NoSuchBeanDefinitionException")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "preview a",
        "import a",
        "revoke a 1 --reason=b",
        "redact a b c --reason=d --legal-basis=e",
        "lift a b c --reason=d",
        "verify",
        "chain a",
        "block-link a --reason=b",
        "unblock-link a",
        "catalogue-quality --of a"
      })
  void whatFailsIsToldInOneSentence(String line) {
    for (Exception failure :
        List.of(
            new SQLException("could not extend file", "53100"),
            new NoSuchFileException("a/b"),
            new DataAccessResourceFailureException("x", new SQLException("gone", "08006")),
            new UncheckedIOException(new IOException("No space left on device")),
            new StartRefused("The data cannot be used.", "Make room."),
            new IllegalStateException("a mistake\nof two lines"))) {
      assertThat(console.failing(failure, line.split(" "))).isEqualTo(3);
      assertThat(console.complaint())
          .hasLineCount(1)
          .contains(" ")
          .doesNotContain("\tat ", "Usage:");
      assertThat(console.printed()).isEmpty();
    }
  }

  @Test
  void everyCommandIsTriedWithFailures() throws NoSuchMethodException {
    ValueSource tried =
        CommandLineTests.class
            .getDeclaredMethod("whatFailsIsToldInOneSentence", String.class)
            .getAnnotation(ValueSource.class);
    assertThat(Stream.of(tried.strings()).map(line -> line.split(" ")[0]))
        .containsExactlyInAnyOrderElementsOf(commands());
  }

  @Test
  void outputThatCannotBeWrittenIsAFailure() throws IOException {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int ignored) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(full, true, StandardCharsets.UTF_8);
    int status =
        Application.commands()
            .execute(
                List.of("chain", "a"),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8),
                command -> {
                  out.println("A line of the chain.");
                  return 0;
                });
    assertThat(status).isEqualTo(3);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("could not be written");
  }

  @ParameterizedTest
  @CsvSource({
    "--server.port=9000, true",
    "--rate.keys[0].name=a, true",
    "--spring.main.lazy-initialization, true",
    "--reason=a.b, false",
    "--lang, false",
    "seed-data/a.b, false"
  })
  void namesOfSettingsHaveADot(String argument, boolean setting) {
    assertThat(Commands.isSetting(argument)).isEqualTo(setting);
  }
}
