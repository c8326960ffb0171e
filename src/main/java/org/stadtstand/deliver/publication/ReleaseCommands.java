package org.stadtstand.deliver.publication;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.springframework.beans.factory.BeanFactory;
import org.stadtstand.deliver.publication.Report.Outcome;
import org.stadtstand.ground.command.Command;
import org.stadtstand.ground.command.FolderArgument;
import org.stadtstand.ground.command.ReplyLanguage;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands that make releases, and the one that previews them. */
public final class ReleaseCommands {

  private ReleaseCommands() {}

  public static List<Command> all() {
    return List.of(new Preview(), new Import(), new Revoke());
  }

  private static int told(Report report, ReplyLanguage reply, PrintStream out) {
    new ReportText(reply.language()).lines(report).forEach(out::println);
    return report.outcome() == Outcome.REFUSED ? Command.REFUSED : Command.DONE;
  }

  @CommandLine.Command(
      name = "preview",
      description = "Prints what a delivery would change, and every finding; publishes nothing.",
      exitCodeList = {"0:it would be published", "1:it would be refused"})
  private static final class Preview implements Command {

    @Parameters(
        paramLabel = "<folder>",
        description = "The folder of the delivery.",
        converter = FolderArgument.class)
    private Path folder = Path.of("");

    @Mixin private ReplyLanguage reply = new ReplyLanguage();

    @Override
    public int run(BeanFactory application, PrintStream out) throws IOException, SQLException {
      return told(application.getBean(Publisher.class).preview(folder), reply, out);
    }
  }

  @CommandLine.Command(
      name = "import",
      description = "Publishes a delivery as a release, or says why not.",
      exitCodeList = {"0:published, or published before", "1:refused; the findings say why"})
  private static final class Import implements Command {

    @Parameters(
        paramLabel = "<folder>",
        description = "The folder of the delivery.",
        converter = FolderArgument.class)
    private Path folder = Path.of("");

    @Mixin private ReplyLanguage reply = new ReplyLanguage();

    @Override
    public int run(BeanFactory application, PrintStream out) throws IOException, SQLException {
      return told(application.getBean(Publisher.class).publish(folder), reply, out);
    }
  }

  @CommandLine.Command(
      name = "revoke",
      description = "Publishes a release that takes back an earlier one, or says why not.",
      exitCodeList = {"0:taken back, or previewed", "1:refused; the findings say why"})
  private static final class Revoke implements Command {

    @Parameters(index = "0", paramLabel = "<municipality>", description = "Its key.")
    private String municipality = "";

    @Parameters(index = "1", paramLabel = "<number>", description = "The number of the release.")
    private int number;

    @Option(names = "--reason", paramLabel = "<text>", description = "Why; it is published.")
    private String reason = "";

    @Option(names = "--preview", description = "Only prints what it would change.")
    private boolean preview;

    @Mixin private ReplyLanguage reply = new ReplyLanguage();

    @Override
    public int run(BeanFactory application, PrintStream out) throws IOException, SQLException {
      Publisher publisher = application.getBean(Publisher.class);
      Report report =
          preview
              ? publisher.previewRevoke(municipality, number, reason.strip())
              : publisher.revoke(municipality, number, reason.strip());
      return told(report, reply, out);
    }
  }
}
