package org.stadtstand.record.chain;

import java.io.PrintStream;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.ground.command.Command;
import org.stadtstand.ground.command.Misuse;
import org.stadtstand.ground.command.ReplyLanguage;
import org.stadtstand.ground.database.WriteDatabase;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.DerivedTable;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.declaration.Room;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands that verify what is published, or export it for others to verify. */
public final class ChainCommands {

  private static final int SHOWN = 100;

  private static final Text NOTHING =
      new Text(
          "Nichts ist veröffentlicht, was sich prüfen ließe.",
          "Nothing is published that could be checked.");

  private ChainCommands() {}

  public static List<Command> all() {
    return List.of(new Verify(), new WriteChain());
  }

  /** A municipality that has published something, under the key that it has or had. */
  private record City(int id, String key) {}

  /** All statements see one state, whatever is published in the meantime. */
  private static int inOneState(BeanFactory application, Function<JdbcClient, Integer> work) {
    WriteDatabase publishing = application.getBean(WriteDatabase.class);
    Integer status =
        publishing
            .transaction()
            .execute(
                transaction -> {
                  JdbcClient jdbc = publishing.jdbc();
                  jdbc.sql("set transaction isolation level repeatable read").update();
                  return work.apply(jdbc);
                });
    return status == null ? Command.REFUSED : status;
  }

  /** All municipalities unless one is named. */
  private static List<City> cities(JdbcClient jdbc, @Nullable String name) {
    List<City> cities =
        jdbc.sql(
                """
                with left_something as (
                  select municipality from release union select municipality from leaf
                  union select municipality from redaction union select municipality from withheld
                  union select municipality from delivery union select municipality from derived_rule
                ), named as (
                  select p.municipality as id, k.key,
                    (select substring(r.seal from '"key":"([^":]+):[0-9]+"') from release r
                      where r.municipality = p.municipality order by r.id limit 1) as sealed
                  from left_something p left join record k on k.id = p.municipality
                )
                select id, coalesce(key, sealed, '#' || id) as key from named
                where cast(:name as text) is null or :name in (key, sealed)
                order by 2
                """)
            .param("name", name, Types.VARCHAR)
            .query((row, n) -> new City(row.getInt("id"), row.getString("key")))
            .list();
    if (name != null && cities.isEmpty()) {
      throw new Misuse("No municipality “%s” has published anything.".formatted(name));
    }
    return cities;
  }

  @CommandLine.Command(
      name = "verify",
      description = "Says whether what is published is what was published.",
      exitCodeList = {
        "0:it is",
        "1:it is not; each line says what was altered",
        "3:nothing is known to be altered, but not everything can be checked"
      })
  private static final class Verify implements Command {

    @Option(
        names = "--municipality",
        paramLabel = "<key>",
        description = "Only this one; all if nothing is said.")
    private @Nullable String municipality;

    @Option(
        names = "--known-head",
        paramLabel = "<number>:<hash>",
        description = "A release that you kept: it must still be there, with this hash.",
        converter = KnownHead.Converter.class)
    private @Nullable KnownHead knownHead;

    @Option(
        names = "--known-citation",
        paramLabel = "<number>:<hash>",
        description = "The head of the log of citations that stands in a citation you kept.",
        converter = KnownHead.Converter.class)
    private @Nullable KnownHead knownCitation;

    @Mixin private ReplyLanguage reply = new ReplyLanguage();

    @Override
    public int run(BeanFactory application, PrintStream out) {
      RecordTypes types = application.getBean(RecordTypes.class);
      CitationLog log = application.getBean(CitationLog.class);
      List<DerivedTable> derived =
          application
              .getBeanProvider(Room.class)
              .orderedStream()
              .flatMap(room -> room.derivedTables().stream())
              .toList();
      return inOneState(
          application,
          jdbc -> {
            Verification verification = new Verification(jdbc, types, derived);
            jdbc.sql("set transaction read only").update();
            VerificationVerdict verdict = verify(verification, jdbc, out);
            CitationReport cited =
                log.verify(jdbc, CitationLog.SealedHead.all(jdbc), knownCitation);
            List<Text> lines = new ArrayList<>(ListedUnits.faults(jdbc, SHOWN));
            if (!lines.isEmpty()) {
              verdict = VerificationVerdict.ALTERED;
            }
            lines.addAll(cited.lines());
            lines.forEach(line -> out.println(line.in(reply.language())));
            return verdict.and(cited.verdict()).status();
          });
    }

    private VerificationVerdict verify(
        Verification verification, JdbcClient jdbc, PrintStream out) {
      List<City> cities = cities(jdbc, municipality);
      if (knownHead != null && cities.size() != 1) {
        throw new Misuse("--known-head is of one municipality: say which (--municipality).");
      }
      if (cities.isEmpty()) {
        out.println(NOTHING.in(reply.language()));
        return VerificationVerdict.UNPROVEN;
      }
      VerificationVerdict verdict = VerificationVerdict.UNALTERED;
      for (City city : cities) {
        VerificationReport verified = verification.verify(city.id(), knownHead);
        for (Text line : verified.lines()) {
          out.println(city.key() + ": " + line.in(reply.language()));
        }
        verdict = verdict.and(verified.verdict());
      }
      return verdict;
    }
  }

  @CommandLine.Command(
      name = "chain",
      description = {
        "Writes every release, the rows its hash covers, and the log of citations",
        "as JSON Lines, for verification elsewhere."
      },
      exitCodeList = "0:written")
  private static final class WriteChain implements Command {

    @Parameters(paramLabel = "<municipality>", description = "Its key.")
    private String municipality = "";

    @Override
    public int run(BeanFactory application, PrintStream out) {
      RecordTypes types = application.getBean(RecordTypes.class);
      return inOneState(
          application,
          jdbc -> {
            new ChainExport(jdbc, types).write(cities(jdbc, municipality).getFirst().id(), out);
            application.getBean(CitationLog.class).export(jdbc, out::println);
            return DONE;
          });
    }
  }
}
