package org.stadtstand.deliver.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.deliver.publication.Publisher;
import org.stadtstand.deliver.publication.Report;
import org.stadtstand.deliver.publication.Report.Outcome;
import org.stadtstand.deliver.publication.ReportText;
import org.stadtstand.ground.command.CommandLine;

/**
 * The commands that make releases: {@code preview} says what {@code import} would do, {@code
 * revoke} takes a release back.
 */
@Component
public class IngestCommands {

  public static final Set<String> NAMES = Set.of("preview", "import", "revoke");

  private static final List<String> USAGE =
      List.of(
          "preview|import <folder> [--lang de|en]",
          "revoke <municipality> <release number> --reason \"…\" [--preview] [--lang de|en]");

  private static final Predicate<String> NUMBER =
      Pattern.compile("[1-9]\\d{0,8}").asMatchPredicate();

  private static final int DONE = 0;
  private static final int REFUSED = 1;
  private static final int MISUSED = 2;

  private final Publisher publisher;

  IngestCommands(Publisher publisher) {
    this.publisher = publisher;
  }

  /**
   * Runs the command and prints what came of it.
   *
   * @param arguments the command, what it is about, and its options; other options are settings of
   *     the application
   * @return the exit code: 0, 1 if nothing was published because of what was found, 2 if the
   *     command was not understood
   */
  public int run(List<String> arguments, PrintStream out) throws IOException, SQLException {
    CommandLine line = CommandLine.of(arguments);
    Report report = report(line);
    if (report == null) {
      USAGE.forEach(out::println);
      return MISUSED;
    }
    new ReportText(line.language()).lines(report).forEach(out::println);
    return report.outcome() == Outcome.REFUSED ? REFUSED : DONE;
  }

  /** Null if no command was understood. */
  private @Nullable Report report(CommandLine line) throws IOException, SQLException {
    List<String> words = line.words();
    String form = (words.isEmpty() ? "" : words.getFirst()) + " " + (words.size() - 1);
    return switch (form) {
      case "preview 1" -> publisher.preview(folder(words.getLast()));
      case "import 1" -> publisher.publish(folder(words.getLast()));
      case "revoke 2" -> NUMBER.test(words.getLast()) ? revoke(line) : null;
      default -> null;
    };
  }

  private Report revoke(CommandLine line) throws IOException, SQLException {
    String municipality = line.words().get(1);
    int number = Integer.parseInt(line.words().get(2));
    return line.preview()
        ? publisher.previewRevoke(municipality, number, line.reason())
        : publisher.revoke(municipality, number, line.reason());
  }

  private static Path folder(String name) {
    return Path.of(name).toAbsolutePath().normalize();
  }
}
