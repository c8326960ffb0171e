package org.stadtstand;

import io.github.bucket4j.TimeMeter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;
import org.stadtstand.deliver.publication.ReleaseCommands;
import org.stadtstand.deliver.redaction.RedactionCommands;
import org.stadtstand.ground.command.Command;
import org.stadtstand.ground.command.Commands;
import org.stadtstand.ground.command.GivenArguments;
import org.stadtstand.record.chain.ChainCommands;
import org.stadtstand.record.time.Present;
import org.stadtstand.serve.catalogue.CatalogueCommands;
import org.stadtstand.serve.link.LinkCommands;

/** Starts the server, or runs a command without it. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Application {

  public static void main(String[] arguments) {
    // Answers, statements and keys must not depend on the language of the machine: in some, "%d"
    // writes other digits, and "I" has another small letter.
    Locale.setDefault(Locale.ROOT);
    // Bytes. Java copies what it reads and writes at once to memory outside the heap, and each
    // thread
    // keeps the largest: of the unpacking of a database at the first start, 30 MB for ever.
    System.setProperty("jdk.nio.maxCachedBufferSize", "1000000");
    // Otherwise jOOQ prints its logo into the log with the first statement.
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    List<String> given = GivenArguments.of(arguments);
    List<String> words = given.stream().filter(word -> !Commands.isSetting(word)).toList();
    List<String> settings = given.stream().filter(Commands::isSetting).toList();
    if (words.isEmpty()) {
      SpringApplication.run(Application.class, given.toArray(String[]::new));
    } else {
      PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      System.exit(
          commands()
              .execute(words, out, System.err, command -> withoutServer(command, settings, out)));
    }
  }

  /** All commands, collected from the rooms they belong to. */
  static Commands commands() {
    return new Commands(
        Stream.of(
                ReleaseCommands.all(),
                RedactionCommands.all(),
                ChainCommands.all(),
                LinkCommands.all(),
                CatalogueCommands.all())
            .flatMap(List::stream)
            .toList());
  }

  /** Also works while a server runs: the command then uses the database the server has started. */
  private static int withoutServer(Command command, List<String> settings, PrintStream out)
      throws IOException, SQLException {
    try (ConfigurableApplicationContext application =
        new SpringApplicationBuilder(Application.class)
            .web(WebApplicationType.NONE)
            .run(ofCommand(settings))) {
      return command.run(application, out);
    }
  }

  /** What is set by hand is set; a second value would be taken for a list of both. */
  static String[] ofCommand(List<String> settings) {
    Stream<String> usual =
        Stream.of(
            "--database.attach=true",
            "--logging.level.root=warn",
            // What fails is told in a sentence, by the command line and by nobody else.
            "--logging.exception-conversion-word=%nopex",
            "--logging.level.org.springframework=off");
    return Stream.concat(
            settings.stream(),
            usual.filter(
                each -> {
                  String name = each.substring(0, each.indexOf('='));
                  return settings.stream().noneMatch(set -> set.split("=", 2)[0].equals(name));
                }))
        .toArray(String[]::new);
  }

  @Bean
  Clock clock() {
    return Clock.system(Present.ZONE);
  }

  /** Rate limits refill by this meter, because a wall clock can be set back. */
  @Bean
  TimeMeter timeMeter() {
    return TimeMeter.SYSTEM_NANOTIME;
  }

  /**
   * Has a thread of its own, because all other scheduled work shares one: a statement that hangs
   * there must not keep new releases from being seen.
   */
  @Bean(defaultCandidate = false)
  SimpleAsyncTaskScheduler releasePolls() {
    SimpleAsyncTaskScheduler scheduler = new ReleasePolls();
    scheduler.setThreadNamePrefix("release-poll-");
    return scheduler;
  }

  /** A poll changes nothing, so a stop does not wait for one that hangs. */
  private static final class ReleasePolls extends SimpleAsyncTaskScheduler {

    private static final long serialVersionUID = 1L;

    @Override
    public void stop(Runnable callback) {
      stop();
      callback.run();
    }
  }
}
