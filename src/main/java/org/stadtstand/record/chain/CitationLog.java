package org.stadtstand.record.chain;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The log of what was cited in this installation. It only grows, and every release seals its head;
 * the room that cites implements it. All statements run on the connection of whoever publishes.
 */
public interface CitationLog {

  /** Number and hash of the newest entry, as {@code 17:9f2c…}; empty if nothing was cited. */
  Optional<String> head(JdbcClient jdbc);

  /**
   * Empties the archived answers that rest on a municipality, after it has withheld something. The
   * entries stay.
   */
  void empty(JdbcClient jdbc, String municipality);

  /**
   * Verifies entries, archived answers and stored questions.
   *
   * @param known a head saved from a citation
   */
  CitationReport verify(JdbcClient jdbc, List<SealedHead> sealed, @Nullable KnownHead known);

  /** Writes a line of JSON for each entry, from which it is not to be seen what was cited. */
  void export(JdbcClient jdbc, Consumer<String> sink);

  /** The head that a release has sealed. */
  record SealedHead(String municipality, int release, String head) {

    static List<SealedHead> all(JdbcClient jdbc) {
      return jdbc.sql(
              """
              select k.key, r.number, r.citations
              from release r join record k on k.id = r.municipality
              where r.citations is not null order by r.id
              """)
          .query((row, n) -> new SealedHead(row.getString(1), row.getInt(2), row.getString(3)))
          .list();
    }
  }
}
