package org.stadtstand.deliver.command;

import java.io.PrintStream;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stadtstand.deliver.redaction.Redactions;
import org.stadtstand.ground.command.CommandLine;
import org.stadtstand.ground.database.Publishing;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.chain.ChainExport;
import org.stadtstand.record.chain.KnownHead;
import org.stadtstand.record.chain.Verification;
import org.stadtstand.record.chain.Verified;
import org.stadtstand.record.declaration.RecordTypes;

/**
 * The commands about the chain: {@code verify} says whether what is published is what was
 * published, {@code chain} writes it out for others to verify.
 */
@Component
public class ChainCommands {

  public static final Set<String> NAMES = Set.of("verify", "chain", "redact", "lift");

  private static final List<String> USAGE =
      List.of(
          "verify [--municipality <key>] [--known-head <number>:<hash>] [--lang de|en]",
          "chain <municipality>",
          "redact <municipality> <table> <key> [--field <column>] [--release <number>|all]"
              + " --reason \"…\" --legal-basis \"…\" [--lang de|en]",
          "lift <municipality> <table> <key> [--field <column>] --reason \"…\" [--lang de|en]");

  private static final int DONE = 0;
  private static final int BROKEN = 1;
  private static final int MISUSED = 2;

  private final Publishing publishing;
  private final RecordTypes types;
  private final Redactions redactions;

  public ChainCommands(Publishing publishing, RecordTypes types, Redactions redactions) {
    this.publishing = publishing;
    this.types = types;
    this.redactions = redactions;
  }

  /** A municipality that has published something. */
  private record City(int id, String key) {}

  /**
   * Runs the command and prints what came of it.
   *
   * @return the exit code: 0, 1 if the chain does not hold, 2 if the command was not understood
   */
  public int run(List<String> arguments, PrintStream out) {
    CommandLine line = CommandLine.of(arguments);
    String command = line.words().isEmpty() ? "" : line.words().getFirst();
    if (command.equals("redact") || command.equals("lift")) {
      return redactions.run(line, out).orElseGet(() -> misused(out));
    }
    // One state for all statements, whatever is published meanwhile.
    Integer code =
        publishing
            .transaction()
            .execute(
                status -> {
                  JdbcClient jdbc = publishing.jdbc();
                  jdbc.sql("set transaction isolation level repeatable read read only").update();
                  return run(line, jdbc, out);
                });
    return code == null ? MISUSED : code;
  }

  private int run(CommandLine line, JdbcClient jdbc, PrintStream out) {
    List<String> words = line.words();
    String form = (words.isEmpty() ? "" : words.getFirst()) + " " + (words.size() - 1);
    String name = form.equals("chain 1") ? words.getLast() : line.options().get("--municipality");
    List<City> cities = cities(jdbc, name);
    if (form.equals("chain 1") && !cities.isEmpty()) {
      new ChainExport(jdbc, types).write(cities.getFirst().id(), out);
      return DONE;
    }
    String known = line.options().get("--known-head");
    KnownHead head = known == null ? null : KnownHead.parse(known).orElse(null);
    boolean clear = known == null || head != null && cities.size() == 1;
    if (form.equals("verify 0") && clear && (name == null || !cities.isEmpty())) {
      return verify(cities, head, jdbc, line, out);
    }
    return misused(out);
  }

  private static int misused(PrintStream out) {
    USAGE.forEach(out::println);
    return MISUSED;
  }

  private int verify(
      List<City> cities,
      @Nullable KnownHead head,
      JdbcClient jdbc,
      CommandLine line,
      PrintStream out) {
    boolean holds = true;
    for (City city : cities) {
      Verified verified = new Verification(jdbc, types).verify(city.id(), head);
      lines(city.key(), verified).forEach(text -> out.println(text.in(line.language())));
      holds &= verified.holds();
    }
    return holds ? DONE : BROKEN;
  }

  private static List<City> cities(JdbcClient jdbc, @Nullable String name) {
    return jdbc.sql(
            """
            select k.id, k.key from record k
            where k.key = coalesce(:name, k.key)
              and k.id in (select municipality from release union select municipality from leaf)
            order by k.key
            """)
        .param("name", name, Types.VARCHAR)
        .query((row, n) -> new City(row.getInt("id"), row.getString("key")))
        .list();
  }

  private static List<Text> lines(String city, Verified verified) {
    List<Text> lines = new ArrayList<>();
    verified
        .faults()
        .forEach(fault -> lines.add(new Text(city + ": " + fault.de(), city + ": " + fault.en())));
    lines.add(
        new Text(
            "%s: %s. %d Ausgaben, %d Zeilen, %d davon zurückgehalten%s. Ende der Kette: %s"
                .formatted(
                    city,
                    verified.holds() ? "unverändert" : "VERÄNDERT",
                    verified.releases(),
                    verified.rows(),
                    verified.withheld(),
                    unsealed(verified, " (%d noch unbesiegelt)"),
                    verified.head()),
            "%s: %s. %d releases, %d rows, %d of them withheld%s. Head of the chain: %s"
                .formatted(
                    city,
                    verified.holds() ? "unaltered" : "ALTERED",
                    verified.releases(),
                    verified.rows(),
                    verified.withheld(),
                    unsealed(verified, " (%d not sealed yet)"),
                    verified.head())));
    return lines;
  }

  private static String unsealed(Verified verified, String words) {
    return verified.unsealed() == 0 ? "" : words.formatted(verified.unsealed());
  }
}
