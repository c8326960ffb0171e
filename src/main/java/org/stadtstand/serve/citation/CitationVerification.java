package org.stadtstand.serve.citation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.ground.encoding.JsonCodec;
import org.stadtstand.ground.encoding.Sha256;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.chain.CitationLog.SealedHead;
import org.stadtstand.record.chain.CitationReport;
import org.stadtstand.record.chain.KnownHead;
import org.stadtstand.serve.request.CanonicalJson;
import org.stadtstand.serve.request.CanonicalQuestion;
import tools.jackson.core.JacksonException;

/**
 * Verifies the log of citations: each entry against its hash and the one before, each archived
 * answer and stored question against its name, and what releases have sealed against the log.
 */
final class CitationVerification {

  private static final int FETCHED = 50;

  private static final String QUESTIONS =
      """
      select coalesce(q.id, c.question) as id, q.content from link.question q
      full join (select distinct question from link.citation) c on c.question = q.id
      order by 1
      """;

  private static final String ANSWERS =
      """
      select a.sha256, a.body, a.emptied_for, min(c.number) as number,
        string_agg(distinct c.data, ',') as data,
        exists (select from redaction x join record k on k.id = x.municipality
          where k.key = a.emptied_for and x.lifts is null) as excused
      from link.answer a left join link.citation c on c.answer = a.sha256
      group by a.sha256 order by min(c.number), a.sha256
      """;

  private static final String MISSING =
      """
      select c.number from link.citation c
      where c.answer is not null and not exists (
        select from link.answer a where a.sha256 = c.answer)
      order by c.number
      """;

  private final JdbcClient jdbc;
  private final List<SealedHead> sealed;
  private final @Nullable KnownHead known;
  private final List<Text> faults = new ArrayList<>();
  private final List<String> unsealed = new ArrayList<>();
  private @Nullable CitationEntry last;
  private int entries;
  private int archived;
  private int emptied;
  private int recomputed;

  /**
   * @param jdbc in a transaction, without which the driver would read all rows at once
   */
  CitationVerification(JdbcClient jdbc, List<SealedHead> sealed, @Nullable KnownHead known) {
    this.jdbc = jdbc;
    this.sealed = sealed;
    this.known = known;
  }

  CitationReport verify() {
    Set<String> kept = new HashSet<>(sealed.stream().map(SealedHead::head).toList());
    if (known != null) {
      kept.add(known.text());
    }
    int end = sealed.stream().mapToInt(head -> number(head.head())).max().orElse(0);
    CitationTable.entries(
        jdbc,
        0,
        Integer.MAX_VALUE,
        entry -> {
          entry(entry);
          kept.remove(entry.head());
          if (entry.number() > end) {
            unsealed.add(name(entry));
          }
        });
    kept.forEach(this::other);
    answers();
    questions();
    return new CitationReport(
        entries, archived, emptied, recomputed, unsealed, last == null ? "" : last.head(), faults);
  }

  private void entry(CitationEntry entry) {
    int number = entry.number();
    int expected = last == null ? 1 : last.number() + 1;
    if (number != expected) {
      fault(number, "davor fehlt Zitat " + expected, "citation " + expected + " is missing before");
    }
    if (!entry.intact()) {
      fault(number, "verändert, seit zitiert wurde", "altered after it was cited");
    } else if (number == expected
        && !Objects.equals(entry.previous(), last == null ? null : last.hash())) {
      fault(number, "schließt nicht an das davor an", "does not follow on the one before");
    }
    entries++;
    recomputed += entry.answer() == null ? 1 : 0;
    last = entry;
  }

  private static String name(CitationEntry entry) {
    return "%d (/q/%s@%s.%d_%s)"
        .formatted(
            entry.number(),
            entry.question(),
            entry.state().municipality(),
            entry.state().number(),
            entry.day());
  }

  /** A head that somebody kept is not in the log. */
  private void other(String head) {
    for (SealedHead each : sealed) {
      if (each.head().equals(head)) {
        String where = each.release() + " (" + each.municipality() + ")";
        fault(
            number(head),
            "ist nicht das, das Ausgabe " + where + " besiegelt hat",
            "is not the one that release " + where + " has sealed");
      }
    }
    if (known != null && known.text().equals(head)) {
      fault(
          known.number(),
          "ist nicht das bekannte: das Verzeichnis der Zitate wurde neu gemacht",
          "is not the one that is known: the log of citations was made anew");
    }
  }

  private static int number(String head) {
    return Integer.parseInt(head.substring(0, head.indexOf(':')));
  }

  private void answers() {
    jdbc.sql(ANSWERS).withFetchSize(FETCHED).query(this::answer);
    jdbc.sql(MISSING)
        .query(
            row -> {
              fault(
                  row.getInt("number"),
                  "die archivierte Antwort fehlt",
                  "the archived answer is missing");
            });
  }

  private void answer(ResultSet row) throws SQLException {
    byte[] body = row.getBytes("body");
    String name = row.getString("sha256");
    int number = row.getInt("number");
    archived += body == null ? 0 : 1;
    emptied += body == null ? 1 : 0;
    if (number == 0) {
      faults.add(
          new Text(
              "Archivierte Antwort " + name + ": gehört zu keinem Zitat",
              "Archived answer " + name + ": belongs to no citation"));
    } else if (body == null) {
      if (!row.getBoolean("excused")) {
        fault(number, "ohne Grund geleert", "emptied without a reason");
      }
    } else if (!Sha256.hex(body).equals(name) || !data(body).equals(row.getString("data"))) {
      fault(number, "die archivierte Antwort wurde verändert", "the archived answer was altered");
    }
  }

  /** Empty for bytes that no citation can have written. */
  private static String data(byte[] body) {
    try {
      Map<?, ?> members = JsonCodec.PLAIN.readValue(body, Map.class);
      return Sha256.hex(CanonicalJson.of(members.get("data")));
    } catch (JacksonException e) {
      return "";
    }
  }

  private void questions() {
    jdbc.sql(QUESTIONS)
        .withFetchSize(FETCHED)
        .query(
            row -> {
              String id = row.getString("id");
              String content = row.getString("content");
              if (content == null) {
                faults.add(
                    new Text(
                        "Gespeicherte Frage " + id + ": fehlt",
                        "Stored question " + id + ": missing"));
              } else if (!CanonicalQuestion.id(content).equals(id)) {
                faults.add(
                    new Text(
                        "Gespeicherte Frage " + id + ": verändert",
                        "Stored question " + id + ": altered"));
              }
            });
  }

  private void fault(int number, String de, String en) {
    faults.add(
        new Text("Zitat %d: %s".formatted(number, de), "Citation %d: %s".formatted(number, en)));
  }
}
