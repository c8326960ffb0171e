package org.stadtstand;

import io.github.bucket4j.TimeMeter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.stadtstand.deliver.command.ChainCommands;
import org.stadtstand.deliver.command.IngestCommands;
import org.stadtstand.deliver.publication.PackageFolders;
import org.stadtstand.record.time.Present;
import org.stadtstand.serve.link.LinkCommands;

/** Starts the server, or runs the command that the first argument names. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Application {

  public static void main(String[] arguments) throws IOException, SQLException {
    // Otherwise the first statement draws a logo into the log.
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    String first = arguments.length == 0 ? "" : arguments[0];
    if (Stream.of(IngestCommands.NAMES, ChainCommands.NAMES, LinkCommands.NAMES)
        .anyMatch(names -> names.contains(first))) {
      System.exit(withoutServer(arguments));
    } else {
      SpringApplication.run(Application.class, arguments);
    }
  }

  /**
   * Beside a running server too: the command then uses the database that the server has started.
   */
  private static int withoutServer(String[] arguments) throws IOException, SQLException {
    String[] quietly = Arrays.copyOf(arguments, arguments.length + 2);
    quietly[arguments.length] = "--database.attach=true";
    quietly[arguments.length + 1] = "--logging.level.root=warn";
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE).run(quietly)) {
      List<String> command = List.of(arguments);
      if (ChainCommands.NAMES.contains(arguments[0])) {
        return context.getBean(ChainCommands.class).run(command, out());
      }
      return LinkCommands.NAMES.contains(arguments[0])
          ? context.getBean(LinkCommands.class).run(command, out())
          : context.getBean(IngestCommands.class).run(command, out());
    }
  }

  private static PrintStream out() {
    return new PrintStream(System.out, true, StandardCharsets.UTF_8);
  }

  @Bean
  Clock clock() {
    return Clock.system(Present.ZONE);
  }

  /** By which budgets fill again: unlike a clock it is never set back. */
  @Bean
  TimeMeter timeMeter() {
    return TimeMeter.SYSTEM_NANOTIME;
  }

  /** The server answers while packages are imported: each release is there when it is committed. */
  @Bean
  ApplicationRunner importNewFolders(PackageFolders folders) {
    return arguments -> {
      // A command takes one folder, and only that.
      if (arguments.getNonOptionArgs().isEmpty()) {
        folders.importNew();
      }
    };
  }
}
