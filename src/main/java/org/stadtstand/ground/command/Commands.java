package org.stadtstand.ground.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stadtstand.ground.fault.Failure;
import org.stadtstand.ground.text.InvisibleCharacters;
import org.stadtstand.ground.text.Mojibake;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line: all commands and their arguments. Unknown arguments are rejected with the usage
 * text before anything is started.
 */
public final class Commands {

  /** Exit status when the command line was invalid and nothing was done. */
  private static final int MISUSED = 2;

  /** Exit status when a command failed because of the program, its files or its database. */
  private static final int FAILED = 3;

  private static final Logger log = LoggerFactory.getLogger(Commands.class);

  private static final int WIDTH = 100;

  private final CommandSpec program = CommandSpec.create().name("stadtstand");

  /** Brings up the application for a valid command. */
  public interface Start {
    int run(Command command) throws IOException, SQLException;
  }

  public Commands(List<Command> commands) {
    program.addOption(help());
    program
        .usageMessage()
        .description("Starts the server or, with a command, does only that.")
        .footer("Arguments of the form --name.of.setting=value are settings of the application.");
    for (Command command : commands) {
      CommandSpec spec = CommandSpec.forAnnotatedObject(command);
      spec.addOption(help());
      addStatuses(spec.usageMessage());
      program.addSubcommand(spec.name(), spec);
    }
  }

  private static OptionSpec help() {
    return OptionSpec.builder("--help").usageHelp(true).description("Prints this.").build();
  }

  private static void addStatuses(UsageMessageSpec usage) {
    Map<String, String> statuses = new LinkedHashMap<>(usage.exitCodeList());
    statuses.put(String.valueOf(MISUSED), "not understood; nothing was done");
    statuses.put(String.valueOf(FAILED), "ended by an error, which is printed");
    usage.exitCodeListHeading("Status:%n").exitCodeList(statuses);
  }

  /** Setting names contain a dot, option names never do. */
  public static boolean isSetting(String argument) {
    return argument.startsWith("--") && argument.split("=", 2)[0].contains(".");
  }

  /** The commands by name, so that a test can compare them with the documentation. */
  public Map<String, CommandLine> byName() {
    return program.subcommands();
  }

  /**
   * Returns the exit status. Help goes to {@code out}, complaints about the command line to {@code
   * err}.
   */
  public int execute(List<String> arguments, PrintStream out, PrintStream err, Start start) {
    for (String argument : arguments) {
      Optional<String> complaint = unreadable(argument);
      if (complaint.isPresent()) {
        new PrintStream(err, true, StandardCharsets.UTF_8).println(complaint.get());
        return MISUSED;
      }
    }
    return new CommandLine(program)
        // Otherwise a text starting with @ would be read as a file of arguments.
        .setExpandAtFiles(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpWidth(WIDTH)
        .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler((refused, given) -> misused(refused))
        .setExecutionStrategy(given -> run(given, out, start))
        .execute(arguments.toArray(String[]::new));
  }

  /** U+FFFD is what the locale or a copy could not read; whatever it was is lost. */
  private static Optional<String> unreadable(String argument) {
    String shown = InvisibleCharacters.shown(argument);
    if (Mojibake.is(argument)) {
      return Optional.of(
          "“%s” was read in a wrong encoding; enter it again, in UTF-8.".formatted(shown));
    }
    OptionalInt unreadable =
        argument.indexOf('\uFFFD') >= 0
            ? OptionalInt.of('\uFFFD')
            : InvisibleCharacters.first(argument);
    return unreadable.isPresent()
        ? Optional.of(
            "“%s” contains %s, which nobody can read."
                .formatted(shown, InvisibleCharacters.name(unreadable.getAsInt())))
        : Optional.empty();
  }

  /** Always prints the usage; picocli omits it when it has a suggestion to offer. */
  private static int misused(ParameterException refused) {
    CommandLine line = refused.getCommandLine();
    line.getErr().println(refused.getMessage());
    boolean suggested = UnmatchedArgumentException.printSuggestions(refused, line.getErr());
    if (suggested) {
      line.getErr().println();
    }
    line.usage(line.getErr());
    return MISUSED;
  }

  private static int run(ParseResult given, PrintStream out, Start start) {
    Integer helped = CommandLine.executeHelpRequest(given);
    if (helped != null) {
      return helped;
    }
    CommandLine line = given.asCommandLineList().getLast();
    if (!(line.getCommandSpec().userObject() instanceof Command command)) {
      throw new ParameterException(line, "A command is missing.");
    }
    try {
      int status = start.run(command);
      if (!out.checkError()) {
        return status;
      }
      line.getErr().println("The output could not be written: its disk is full, or nobody reads.");
      return FAILED;
    } catch (Misuse misuse) {
      throw new ParameterException(line, misuse.sentence(), misuse);
    } catch (IOException | SQLException | RuntimeException failure) {
      line.getErr().println(Failure.sentence(failure).orElseGet(() -> mistake(failure)));
      return FAILED;
    }
  }

  /** The trace is for whoever mends it, and hides what happened from everybody else. */
  private static String mistake(Exception failure) {
    log.debug("A command failed", failure);
    return "The program made a mistake (%s). Report it with its trace: %s %s"
        .formatted(
            failure,
            "--logging.level.org.stadtstand=debug",
            "--logging.exception-conversion-word=%wEx")
        .replaceAll("\\s+", " ");
  }
}
