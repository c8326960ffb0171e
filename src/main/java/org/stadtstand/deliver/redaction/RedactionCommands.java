package org.stadtstand.deliver.redaction;

import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.stadtstand.ground.command.Command;
import org.stadtstand.ground.command.NonBlank;
import org.stadtstand.ground.command.ReplyLanguage;
import org.stadtstand.ground.text.Text;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** The commands that withhold by law, and that lift a redaction. */
public final class RedactionCommands {

  private RedactionCommands() {}

  public static List<Command> all() {
    return List.of(new Redact(), new Lift());
  }

  /** What they apply to, why, and how they answer. */
  private abstract static class RedactingCommand implements Command {

    @Parameters(index = "0", paramLabel = "<municipality>", description = "Its key.")
    String municipality = "";

    @Parameters(
        index = "1",
        paramLabel = "<table>",
        description = "A table of a delivery; release or withdrawal for their reasons.")
    String table = "";

    @Parameters(index = "2", paramLabel = "<key>", description = "The key of the row.")
    String key = "";

    @Option(
        names = "--field",
        paramLabel = "<column>",
        description = "Only the value of this column; the whole row if nothing is said.")
    @Nullable String field;

    @Option(
        names = "--reason",
        required = true,
        paramLabel = "<text>",
        description = "Why; it is published.",
        converter = NonBlank.class)
    String reason = "";

    @Mixin private ReplyLanguage reply = new ReplyLanguage();

    /** Does the work and says what was done. */
    abstract Text done(Redactions redactions);

    @Override
    public final int run(BeanFactory application, PrintStream out) {
      try {
        out.println(done(application.getBean(Redactions.class)).in(reply.language()));
        return DONE;
      } catch (RedactionRefused refused) {
        out.println(refused.sentence().in(reply.language()));
        return REFUSED;
      }
    }
  }

  @CommandLine.Command(
      name = "redact",
      description = "Withholds a value, or a row, by law from every release or from one.",
      exitCodeList = {"0:withheld, or previewed", "1:refused; a sentence says why"})
  private static final class Redact extends RedactingCommand {

    @Option(
        names = "--release",
        paramLabel = "<number>|all",
        description = "Only the state of this release; all if nothing is said.",
        converter = ReleaseOrAll.class)
    private @Nullable Integer release;

    @Option(
        names = "--legal-basis",
        required = true,
        paramLabel = "<text>",
        description = "The law that asks for it; it is published.",
        converter = NonBlank.class)
    private String legalBasis = "";

    @Option(
        names = "--preview",
        description = "Only prints what would be withheld, and where its words are used elsewhere.")
    private boolean preview;

    @Override
    Text done(Redactions redactions) {
      Redaction.Order order = new Redaction.Order(table, key, field, release, reason, legalBasis);
      return preview
          ? RedactionText.previewed(redactions.preview(municipality, order))
          : RedactionText.done(redactions.redact(municipality, order));
    }
  }

  @CommandLine.Command(
      name = "lift",
      description = "Lets deliveries speak again of what is withheld; gives nothing back.",
      exitCodeList = {"0:lifted", "1:refused; a sentence says why"})
  private static final class Lift extends RedactingCommand {

    @Override
    Text done(Redactions redactions) {
      return redactions.lift(municipality, new RedactionLift.Order(table, key, field, reason));
    }
  }

  /** Null means all releases. */
  private static final class ReleaseOrAll implements ITypeConverter<@Nullable Integer> {

    @Override
    public @Nullable Integer convert(String value) {
      if (value.equals("all")) {
        return null;
      }
      if (!value.matches("[1-9]\\d{0,8}")) {
        throw new TypeConversionException("it is the number of a release, or all");
      }
      return Integer.valueOf(value);
    }
  }
}
