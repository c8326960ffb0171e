package org.stadtstand.serve.link;

import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.serve.request.Compressed;
import org.stadtstand.serve.request.QuestionJson;
import org.stadtstand.serve.request.Wording;

/** The commands of an operator who must take a link off: {@code block-link}, and back again. */
@Component
public class LinkCommands {

  public static final Set<String> NAMES = Set.of("block-link", "unblock-link");

  private static final int DONE = 0;
  private static final int REFUSED = 1;
  private static final int MISUSED = 2;
  private static final String REASON = "--reason";

  private final QuestionTable table;
  private final Clock clock;

  LinkCommands(QuestionTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  /**
   * Runs the command and prints what came of it.
   *
   * @return the exit code: 0, 1 if there is no such link, 2 if the command was not understood
   */
  public int run(List<String> arguments, PrintStream out) {
    List<String> plain = new ArrayList<>();
    String reason = "";
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals(REASON) && i + 1 < arguments.size()) {
        reason = arguments.get(++i);
      } else if (argument.startsWith(REASON + "=")) {
        reason = argument.substring(REASON.length() + 1);
      } else if (!argument.startsWith("--")) {
        plain.add(argument);
      }
    }
    boolean blocking = plain.getFirst().equals("block-link");
    if (plain.size() != 2 || blocking && reason.isBlank()) {
      out.println("block-link <id> --reason <text> | unblock-link <id>");
      return MISUSED;
    }
    try {
      String id = id(plain.getLast());
      return blocking ? block(id, reason.strip(), out) : unblock(id, out);
    } catch (ApiError error) {
      out.println(error.sentence() + " " + error.hint());
      return REFUSED;
    }
  }

  private int block(String id, String reason, PrintStream out) {
    table.block(id, reason, LocalDate.now(clock));
    out.println("Blocked: " + id);
    return DONE;
  }

  private int unblock(String id, PrintStream out) {
    boolean was = table.unblock(id);
    out.println((was ? "No longer blocked: " : "Was not blocked: ") + id);
    return was ? DONE : REFUSED;
  }

  /** Of an id, of a name that carries its question, or of a whole link with either. */
  private static String id(String link) {
    LinkAddress address =
        link.contains(LinkAddress.ROOT) ? LinkAddress.ofLink(link) : LinkAddress.read(link);
    String name = address.name();
    if (name.startsWith(Compressed.MARK)) {
      return Wording.of(QuestionJson.read(Compressed.read(name))).id();
    }
    if (!Wording.isId(name)) {
      throw new ApiError(
          ErrorCode.BAD_LINK,
          name + " is no id of a stored question.",
          "Give the 26 letters and figures behind /q/, or the whole link.");
    }
    return name;
  }
}
