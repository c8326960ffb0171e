package org.stadtstand.serve.catalogue;

import java.io.PrintStream;
import java.util.List;
import org.springframework.beans.factory.BeanFactory;
import org.stadtstand.ground.command.Command;
import org.stadtstand.ground.command.NonBlank;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The command that tells how portals will see the catalogue. */
public final class CatalogueCommands {

  /** What it takes to be called excellent by data.europa.eu. */
  private static final int EXCELLENT = 351;

  private CatalogueCommands() {}

  public static List<Command> all() {
    return List.of(new Quality());
  }

  @CommandLine.Command(
      name = "catalogue-quality",
      description =
          "Reads the catalogue of a running server as a portal does, asks for each address in it,"
              + " and counts the points that data.europa.eu would give (MQA, 405 at most).",
      exitCodeList = {"0:excellent, 351 points or more", "1:fewer, or something is missing"})
  private static final class Quality implements Command {

    @Option(
        names = "--of",
        required = true,
        paramLabel = "<address>",
        description = "The server, such as https://stadtstand.example.",
        converter = NonBlank.class)
    private String server = "";

    @Override
    public int run(BeanFactory application, PrintStream out) {
      try (HarvestedCatalogue harvested = new HarvestedCatalogue(server.replaceFirst("/$", ""))) {
        CatalogueQuality quality = new CatalogueQuality(harvested::answers);
        int pages = harvested.read(quality::add).size();
        quality.violations().forEach(fault -> out.println("Not valid: " + fault));
        out.print(quality.table());
        out.println("Pages: " + pages);
        return quality.points() >= EXCELLENT && quality.violations().isEmpty() ? DONE : REFUSED;
      }
    }
  }
}
