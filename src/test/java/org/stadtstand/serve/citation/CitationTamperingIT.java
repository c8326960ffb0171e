package org.stadtstand.serve.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.ground.database.RolledBack;
import org.stadtstand.ground.database.TestDatabase;
import org.stadtstand.ground.encoding.Sha256;
import org.stadtstand.record.chain.Chain;
import org.stadtstand.record.chain.CitationLog.SealedHead;
import org.stadtstand.record.chain.CitationReport;
import org.stadtstand.record.chain.KnownHead;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.declaration.ScannedRooms;
import org.stadtstand.record.time.StateName;
import org.stadtstand.serve.request.CanonicalJson;
import org.stadtstand.serve.request.CanonicalQuestion;
import org.stadtstand.serve.request.Question;

/**
 * Whatever someone with full write access alters of the log of citations, of archived answers and
 * of stored questions is found and named, by every way that is tried and at every entry.
 */
class CitationTamperingIT {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final RolledBack TAMPERED = new RolledBack(DATABASE.publishing().transaction());
  private static final JdbcClient OWNER = DATABASE.publishing().jdbc();
  private static final CitationTable TABLE = new CitationTable(DATABASE.links());
  private static final InstallationLog LOG = new InstallationLog();
  private static final int ENTRIES = 12;

  /** The last two are not sealed. */
  private static final int SEALED = 10;

  private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

  /**
   * One way to alter something, with a gap for the number of an entry.
   *
   * @param found what must be reported
   */
  private record Alteration(String found, String... statements) {}

  private static final String ALTERED = "Citation {n}: altered after it was cited";
  private static final String ANSWER = "the archived answer was altered";

  /** Tried at every entry. */
  private static final List<Alteration> OF_ENTRY =
      List.of(
          entry("question = (select max(id) from link.question where id <> question)"),
          entry("municipality = municipality || 'x'"),
          entry("release = release + 1"),
          entry("day = day + 100"),
          entry("data = repeat('a', 64)"),
          entry("answer = case when answer is null then (select max(sha256) from link.answer) end"),
          entry("cited_on = cited_on - 1"),
          entry("previous = md5(hash) || md5(hash)"),
          entry("hash = md5(hash) || md5(hash)"),
          new Alteration(
              "is missing before",
              "update link.citation set number = 99 where number = {n}",
              "update link.citation set number = 100 where number = {last}"),
          new Alteration(
              "itation ", "delete from link.citation where number = {n} and number < {last}"),
          new Alteration(
              ": altered",
              "update link.question set content = replace(content, 'key', 'KEY') where id ="
                  + " {question}"),
          new Alteration(": missing", "delete from link.question where id = {question}"),
          new Alteration(
              ": missing", "update link.question set id = repeat('a', 26) where id = {question}"));

  /** Tried at every entry with an archived answer. */
  private static final List<Alteration> OF_ANSWER =
      List.of(
          answer(ANSWER, "body = body || '\\x20'"),
          answer(
              ANSWER,
              "body = convert_to(replace(convert_from(body, 'UTF8'), 'MISSED', 'REACHED'),"
                  + " 'UTF8')"),
          answer(ANSWER, "body = '\\xff00'"),
          answer(ANSWER, "body = '\\x'"),
          answer("emptied without a reason", "body = null, emptied_for = 'nowhere'"),
          answer("emptied without a reason", "body = null, emptied_for = 'pure'"),
          answer("belongs to no citation", "sha256 = repeat('b', 64)"),
          new Alteration(
              "the archived answer is missing", "delete from link.answer where sha256 = {answer}"),
          // Answer, name and entry agree with each other, but not with the log.
          new Alteration(
              ALTERED,
              """
              insert into link.answer (sha256, body)
              select encode(sha256(forged), 'hex'), forged from (select convert_to(
                replace(convert_from(body, 'UTF8'), 'MISSED', 'REACHED'), 'UTF8') as forged
                from link.answer where sha256 = {answer}) f
              """,
              """
              update link.citation set answer = (
                select max(sha256) from link.answer
                where position('REACHED'::bytea in body) > 0) where number = {n}
              """));

  private static int tried;

  private static Alteration entry(String set) {
    return new Alteration(ALTERED, "update link.citation set " + set + " where number = {n}");
  }

  private static Alteration answer(String found, String set) {
    return new Alteration(found, "update link.answer set " + set + " where sha256 = {answer}");
  }

  @BeforeAll
  static void cite() {
    for (String key : List.of("own", "pure")) {
      OWNER
          .sql(
              """
              with given as (select nextval(pg_get_serial_sequence('record', 'id'))::int as id)
              insert into record (id, municipality, type, key) overriding system value
              select id, id, 1, :key from given
              """)
          .param("key", key)
          .update();
    }
    for (int number = 1; number <= ENTRIES; number++) {
      add(number);
      if (number == 6 || number == SEALED) {
        release(number == 6 ? "own" : "pure");
      }
    }
    OWNER
        .sql(
            """
            insert into redaction (municipality, number, type, record, stands, withheld_at, reason,
              legal_basis)
            select id, 1, 1, id, true, now(), 'Grund', 'Recht' from record where key = 'own'
            """)
        .update();
    OWNER
        .sql(
            "update link.answer set body = null, emptied_for = 'own' where sha256 = (select answer"
                + " from link.citation where number = 4)")
        .update();
  }

  /** Every third is not archived. */
  private static void add(int number) {
    CanonicalQuestion wording =
        CanonicalQuestion.of(Question.now("{ a%d: targets { nodes { key } } }".formatted(number)));
    OWNER
        .sql("insert into link.question values (:id, :content, '2026-01-01', '2026-01-01')")
        .param("id", wording.id())
        .param("content", wording.content())
        .update();
    Map<String, Object> data = Map.of("outcome", "MISSED", "number", number / 2);
    byte[] body =
        CanonicalJson.of(Map.of("data", data, "extensions", Map.of()))
            .getBytes(StandardCharsets.UTF_8);
    boolean archived = number % 3 != 0;
    TABLE.add(
        new CitationEntry.Cited(
            wording.id(),
            new StateName("own", 1, DAY),
            Sha256.hex(CanonicalJson.of(data)),
            archived ? Sha256.hex(body) : null,
            DAY),
        archived ? body : null);
  }

  private static void release(String municipality) {
    int release =
        OWNER
            .sql(
                """
                insert into release (municipality, number, published_at, kind, stands_for, known_from)
                select id, 1, now(), 'PUBLISHED', now(), now() from record where key = :key
                returning id
                """)
            .param("key", municipality)
            .query(int.class)
            .single();
    Chain chain = new Chain(new RecordTypes(ScannedRooms.all()), LOG);
    chain.add(OWNER, release);
    chain.seal(OWNER, release);
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void whatWasNotAlteredHolds() {
    CitationReport report = verify(null);
    assertThat(report.faults()).isEmpty();
    assertThat(report.entries()).isEqualTo(ENTRIES);
    assertThat(report.unsealed()).hasSize(2).first().asString().startsWith("11 (/q/");
    assertThat(report.emptied()).isEqualTo(1);
    assertThat(report.head()).isEqualTo(TABLE.last().orElseThrow().head());
  }

  @Test
  void whateverIsAlteredIsFound() {
    List<String> escaped = new ArrayList<>();
    for (int number = 1; number <= ENTRIES; number++) {
      for (Alteration alteration : OF_ENTRY) {
        escaped.addAll(tryAt(number, alteration));
      }
      if (archived(number)) {
        for (Alteration alteration : OF_ANSWER) {
          escaped.addAll(tryAt(number, alteration));
        }
      }
    }
    System.out.printf("citations: %d of %d found%n", tried - escaped.size(), tried);
    assertThat(escaped).isEmpty();
    assertThat(verify(null).faults()).isEmpty();
  }

  private static boolean archived(int number) {
    return OWNER
        .sql(
            """
            select exists (select from link.answer a join link.citation c on c.answer = a.sha256
            where c.number = :number and a.body is not null)
            """)
        .param("number", number)
        .query(Boolean.class)
        .single();
  }

  /** Returns what was altered if that is not found. */
  private static List<String> tryAt(int number, Alteration alteration) {
    return TAMPERED.tried(
        () -> {
          OWNER.sql("set local session_replication_role = replica").update();
          for (String constraint : List.of("check", "entered_once", "previous_key")) {
            OWNER.sql("alter table link.citation drop constraint citation_" + constraint).update();
          }
          int changed = 1;
          for (String statement : alteration.statements()) {
            changed = Math.min(changed, OWNER.sql(filled(statement, number)).update());
          }
          if (changed == 0) {
            return List.of();
          }
          tried++;
          String found = filled(alteration.found(), number);
          List<String> faults =
              verify(null).faults().stream().map(fault -> String.valueOf(fault.en())).toList();
          return faults.stream().anyMatch(fault -> fault.contains(found))
              ? List.of()
              : List.of("%d: %s: %s".formatted(number, alteration.statements()[0], faults));
        });
  }

  private static String filled(String text, int number) {
    return text.replace("{n}", String.valueOf(number))
        .replace("{last}", String.valueOf(ENTRIES))
        .replace("{question}", "(select question from link.citation where number = " + number + ")")
        .replace("{answer}", "(select answer from link.citation where number = " + number + ")");
  }

  /** As a dishonest operator would, with everything the server itself uses. */
  @Test
  void aLogMadeAnewIsExposedByWhatReleasesHaveSealed() {
    for (int from = 1; from <= SEALED; from++) {
      assertThat(faultsOfLogMadeAnewFrom(from, null))
          .as("from %d", from)
          .contains("Citation 10: is not the one that release 1 (pure) has sealed");
    }
  }

  @Test
  void theEndOfALogMadeAnewIsExposedByAKnownHead() {
    KnownHead known = new KnownHead(ENTRIES, TABLE.last().orElseThrow().hash());
    assertThat(verify(known).faults()).isEmpty();
    assertThat(faultsOfLogMadeAnewFrom(SEALED + 1, null)).isEmpty();
    assertThat(faultsOfLogMadeAnewFrom(SEALED + 1, known))
        .containsExactly(
            "Citation 12: is not the one that is known: the log of citations was made anew");
  }

  private static List<String> faultsOfLogMadeAnewFrom(int from, @Nullable KnownHead known) {
    return TAMPERED.tried(
        () -> {
          List<CitationEntry> entries = new ArrayList<>();
          CitationTable.entries(OWNER, 0, ENTRIES, entries::add);
          OWNER.sql("delete from link.citation where number >= " + from).update();
          CitationEntry last = from == 1 ? null : entries.get(from - 2);
          for (CitationEntry entry : entries.subList(from - 1, ENTRIES)) {
            last =
                new CitationEntry.Cited(
                        entry.question(),
                        entry.state(),
                        entry.data(),
                        entry.answer(),
                        entry.citedOn().plusDays(1))
                    .after(last);
            CitationTable.insert(OWNER, last);
          }
          return verify(known).faults().stream().map(fault -> String.valueOf(fault.en())).toList();
        });
  }

  private static CitationReport verify(@Nullable KnownHead known) {
    return LOG.verify(OWNER, sealed(), known);
  }

  private static List<SealedHead> sealed() {
    return OWNER
        .sql(
            """
            select k.key, r.number, r.citations from release r join record k on k.id = r.municipality
            order by r.id
            """)
        .query((row, n) -> new SealedHead(row.getString(1), row.getInt(2), row.getString(3)))
        .list();
  }
}
