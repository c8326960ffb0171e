package org.stadtstand.serve.citation;

import java.sql.Types;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.database.LinkDatabase;
import org.stadtstand.ground.encoding.Sha256;
import org.stadtstand.record.time.StateName;

/** The log of citations and the archived answers. The role for links can only add to them. */
@Component
class CitationTable {

  /** Any number will do, as long as every server that shares the database uses the same one. */
  private static final long LOCK = 0x5AD7_57A9_D002L;

  private static final int FETCHED = 500;
  private static final int PAGE = 1000;

  private static final String LAST = "select * from link.citation order by number desc limit 1";

  private static final String OF_STATE =
      """
      where c.question = :question and c.municipality = :municipality and c.release = :release
        and c.day = :day
      """;

  private final LinkDatabase database;
  private final JdbcClient jdbc;

  CitationTable(LinkDatabase database) {
    this.database = database;
    this.jdbc = database.jdbc();
  }

  /** Whether this server archives and cites nothing. */
  boolean onlyReads() {
    return database.onlyReads();
  }

  /** An archived answer with the entry that vouches for it. */
  record Archived(CitationEntry entry, byte[] body) {

    /** Whether the bytes are those that were cited. */
    boolean intact() {
      return entry.intact() && Sha256.hex(body).equals(entry.answer());
    }
  }

  /** The first that was archived: nothing that is cited later replaces it. */
  Optional<Archived> archived(String question, StateName state) {
    return ofState(
            "select c.*, a.body from link.citation c join link.answer a on a.sha256 = c.answer "
                + OF_STATE
                + " and a.body is not null order by c.number limit 1",
            question,
            state)
        .query((row, n) -> new Archived(CitationEntry.read(row), row.getBytes("body")))
        .optional();
  }

  /** The entry for exactly this answer; of two the one with an archive. */
  Optional<CitationEntry> entry(String question, StateName state, String data) {
    return ofState(
            "select c.* from link.citation c "
                + OF_STATE
                + " and c.data = :data order by c.answer nulls last limit 1",
            question,
            state)
        .param("data", data)
        .query((row, n) -> CitationEntry.read(row))
        .optional();
  }

  private JdbcClient.StatementSpec ofState(String sql, String question, StateName state) {
    return jdbc.sql(sql)
        .param("question", question)
        .param("municipality", state.municipality())
        .param("release", state.number())
        .param("day", state.day());
  }

  Optional<CitationEntry> last() {
    return last(jdbc);
  }

  static Optional<CitationEntry> last(JdbcClient jdbc) {
    return jdbc.sql(LAST).query((row, n) -> CitationEntry.read(row)).optional();
  }

  /** The entries after a number, in their order; at most as many as the limit. */
  static void entries(JdbcClient jdbc, int after, int limit, Consumer<CitationEntry> sink) {
    jdbc.sql("select * from link.citation where number > :after order by number limit :limit")
        .withFetchSize(FETCHED)
        .param("after", after)
        .param("limit", limit)
        .query(
            row -> {
              sink.accept(CitationEntry.read(row));
            });
  }

  /** A page of the log as it is published, one line of JSON for each entry. */
  String published(int after) {
    StringBuilder page = new StringBuilder();
    entries(jdbc, after, PAGE, entry -> page.append(entry.published()).append('\n'));
    return page.toString();
  }

  int archivedAnswers() {
    return jdbc.sql("select count(*) from link.answer where body is not null")
        .query(Integer.class)
        .single();
  }

  boolean holds(String answer) {
    return !jdbc.sql("select 1 from link.answer where sha256 = :answer")
        .param("answer", answer)
        .query()
        .listOfRows()
        .isEmpty();
  }

  /**
   * Adds an entry, and the bytes of its answer if there are any. Servers add one after the other,
   * which takes each of them about a millisecond, and as few entries a second as callers may store.
   */
  CitationEntry add(CitationEntry.Cited cited, byte @Nullable [] body) {
    return Objects.requireNonNull(
        database
            .transaction()
            .execute(
                status -> {
                  // A statement of its own: the next one must see what was committed meanwhile.
                  jdbc.sql("select pg_advisory_xact_lock(:lock)")
                      .param("lock", LOCK)
                      .query((row, n) -> n)
                      .list();
                  return entry(cited.question(), cited.state(), cited.data())
                      .filter(entry -> entry.says(cited))
                      .orElseGet(() -> append(cited, body));
                }));
  }

  private CitationEntry append(CitationEntry.Cited cited, byte @Nullable [] body) {
    if (cited.answer() != null && body != null) {
      jdbc.sql(
              "insert into link.answer (sha256, body) values (:sha256, :body)"
                  + " on conflict do nothing")
          .param("sha256", cited.answer())
          .param("body", body)
          .update();
    }
    CitationEntry entry = cited.after(last().orElse(null));
    insert(jdbc, entry);
    return entry;
  }

  static void insert(JdbcClient jdbc, CitationEntry entry) {
    jdbc.sql(
            """
            insert into link.citation (number, question, municipality, release, day, data, answer,
              cited_on, previous, hash)
            values (:number, :question, :municipality, :release, :day, :data, :answer, :citedOn,
              :previous, :hash)
            """)
        .param("number", entry.number())
        .param("question", entry.question())
        .param("municipality", entry.state().municipality())
        .param("release", entry.state().number())
        .param("day", entry.day())
        .param("data", entry.data())
        .param("answer", entry.answer(), Types.VARCHAR)
        .param("citedOn", entry.citedOn())
        .param("previous", entry.previous(), Types.VARCHAR)
        .param("hash", entry.hash())
        .update();
  }
}
