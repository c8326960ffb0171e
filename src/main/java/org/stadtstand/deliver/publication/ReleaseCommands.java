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
import org.stadtstand.ground.command.NonBlank;
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

  /** What all of them say, and the language in which they say it. */
  private abstract static class ReportingCommand implements Command {

    @Mixin private ReplyLanguage reply = new ReplyLanguage();

    abstract Report report(Publisher publisher) throws IOException, SQLException;

    @Override
    public final int run(BeanFactory application, PrintStream out)
        throws IOException, SQLException {
      Report report = report(application.getBean(Publisher.class));
      new ReportText(reply.language()).lines(report).forEach(out::println);
      return report.outcome() == Outcome.REFUSED ? REFUSED : DONE;
    }
  }

  private abstract static class FolderCommand extends ReportingCommand {

    @Parameters(
        paramLabel = "<folder>",
        description = "The folder of the delivery.",
        converter = FolderArgument.class)
    Path folder = Path.of("");
  }

  @CommandLine.Command(
      name = "preview",
      description = "Prints what a delivery would change, and every finding; publishes nothing.",
      exitCodeList = {"0:it would be published", "1:it would be refused"})
  private static final class Preview extends FolderCommand {

    @Override
    Report report(Publisher publisher) throws IOException, SQLException {
      return publisher.preview(folder);
    }
  }

  @CommandLine.Command(
      name = "import",
      description = "Publishes a delivery as a release, or says why not.",
      exitCodeList = {"0:published, or published before", "1:refused; the findings say why"})
  private static final class Import extends FolderCommand {

    @Override
    Report report(Publisher publisher) throws IOException, SQLException {
      return publisher.publish(folder);
    }
  }

  @CommandLine.Command(
      name = "revoke",
      description = "Publishes a release that takes back an earlier one, or says why not.",
      exitCodeList = {"0:taken back, or previewed", "1:refused; the findings say why"})
  private static final class Revoke extends ReportingCommand {

    @Parameters(index = "0", paramLabel = "<municipality>", description = "Its key.")
    private String municipality = "";

    @Parameters(index = "1", paramLabel = "<number>", description = "The number of the release.")
    private int number;

    @Option(
        names = "--reason",
        paramLabel = "<text>",
        description = "Why; it is published.",
        converter = NonBlank.class)
    private String reason = "";

    @Option(names = "--preview", description = "Only prints what it would change.")
    private boolean preview;

    @Override
    Report report(Publisher publisher) throws IOException, SQLException {
      return preview
          ? publisher.previewRevoke(municipality, number, reason)
          : publisher.revoke(municipality, number, reason);
    }
  }
}
