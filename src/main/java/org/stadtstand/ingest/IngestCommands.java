package org.stadtstand.ingest;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.stadtstand.ingest.Report.Outcome;
import org.stadtstand.record.Language;

/** The commands that take one folder: {@code preview} says what {@code import} would do. */
@Component
public class IngestCommands {

  public static final Set<String> NAMES = Set.of("preview", "import");

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
   * @param arguments the command, the folder and perhaps {@code --lang=de} or {@code --lang=en};
   *     other options are settings of the application
   * @return the exit code: 0, 1 if the folder was refused, 2 if the command was not understood
   */
  public int run(List<String> arguments, PrintStream out) throws IOException, SQLException {
    Language language = Language.DE;
    List<String> plain = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals("--lang") && i + 1 < arguments.size()) {
        language = language(arguments.get(++i));
      } else if (argument.startsWith("--lang=")) {
        language = language(argument.substring("--lang=".length()));
      } else if (!argument.startsWith("--")) {
        plain.add(argument);
      }
    }
    if (plain.size() != 2 || !NAMES.contains(plain.getFirst())) {
      out.println("preview|import <folder> [--lang de|en]");
      return MISUSED;
    }
    Path folder = Path.of(plain.getLast()).toAbsolutePath().normalize();
    Report report =
        plain.getFirst().equals("preview") ? publisher.preview(folder) : publisher.publish(folder);
    new ReportText(language).lines(report).forEach(out::println);
    return report.outcome() == Outcome.REFUSED ? REFUSED : DONE;
  }

  private static Language language(String name) {
    return name.toLowerCase(Locale.ROOT).equals("en") ? Language.EN : Language.DE;
  }
}
