package org.stadtstand.serve.link;

import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToIntFunction;
import org.springframework.beans.factory.BeanFactory;
import org.stadtstand.ground.command.Command;
import org.stadtstand.ground.command.NonBlank;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.serve.request.CanonicalQuestion;
import org.stadtstand.serve.request.CompressedText;
import org.stadtstand.serve.request.QuestionParameters;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands with which an operator blocks a link and unblocks it again. */
public final class LinkCommands {

  private LinkCommands() {}

  public static List<Command> all() {
    return List.of(new BlockLink(), new UnblockLink());
  }

  @CommandLine.Command(
      name = "block-link",
      description = "Makes a link answer 410 with the reason, however it is written.",
      exitCodeList = {"0:blocked", "1:this is no link"})
  private static final class BlockLink implements Command {

    @Parameters(paramLabel = "<id>", description = "The id of the link, or the whole link.")
    private String link = "";

    @Option(
        names = "--reason",
        required = true,
        paramLabel = "<text>",
        description = "Why; whoever follows the link reads it.",
        converter = NonBlank.class)
    private String reason = "";

    @Override
    public int run(BeanFactory application, PrintStream out) {
      return withId(
          link,
          out,
          id -> {
            LocalDate today = LocalDate.now(application.getBean(Clock.class));
            application.getBean(QuestionTable.class).block(id, reason, today);
            out.println("Blocked: " + id);
            return DONE;
          });
    }
  }

  @CommandLine.Command(
      name = "unblock-link",
      description = "Takes that back.",
      exitCodeList = {"0:no longer blocked", "1:it was not blocked, or this is no link"})
  private static final class UnblockLink implements Command {

    @Parameters(paramLabel = "<id>", description = "The id of the link, or the whole link.")
    private String link = "";

    @Override
    public int run(BeanFactory application, PrintStream out) {
      return withId(
          link,
          out,
          id -> {
            boolean was = application.getBean(QuestionTable.class).unblock(id);
            out.println((was ? "No longer blocked: " : "Was not blocked: ") + id);
            return was ? DONE : REFUSED;
          });
    }
  }

  private static int withId(String link, PrintStream out, ToIntFunction<String> work) {
    try {
      return work.applyAsInt(id(link));
    } catch (ApiError error) {
      out.println(error.sentence() + " " + error.hint());
      return Command.REFUSED;
    }
  }

  /** The id behind an id, a name that carries its question, or a whole link with either. */
  private static String id(String link) {
    LinkAddress address =
        link.contains(LinkAddress.ROOT) ? LinkAddress.ofLink(link) : LinkAddress.read(link);
    String name = address.name();
    if (name.startsWith(CompressedText.MARK)) {
      return CanonicalQuestion.of(QuestionParameters.ofBytes(CompressedText.read(name)).question())
          .id();
    }
    if (!CanonicalQuestion.isId(name)) {
      throw new ApiError(
          ErrorCode.BAD_LINK,
          name + " is no id of a stored question.",
          "Give the 26 letters and figures behind /q/, or the whole link.");
    }
    return name;
  }
}
