package org.stadtstand.serve.citation;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.database.LinkDatabase;
import org.stadtstand.record.time.StateName;

/** The table of cited answers. */
@Component
public class CitationTable {

  private final JdbcClient jdbc;

  public CitationTable(LinkDatabase keeping) {
    this.jdbc = keeping.jdbc();
  }

  public Optional<byte[]> answer(String question, StateName state) {
    return jdbc.sql(
            """
            select answer from link.citation
            where question = :question and municipality = :municipality and number = :number
              and day = :day
            """)
        .param("question", question)
        .param("municipality", state.municipality())
        .param("number", state.number())
        .param("day", Objects.requireNonNull(state.day()))
        .query(byte[].class)
        .optional();
  }

  int count() {
    return jdbc.sql("select count(*) from link.citation").query(Integer.class).single();
  }

  /** Archives an answer, unless one is archived already: that one is what was cited. */
  public void keep(
      String question, StateName state, byte[] answer, String sha256, LocalDate today) {
    jdbc.sql(
            """
            insert into link.citation
              (question, municipality, number, day, answer, sha256, cited_on)
            values (:question, :municipality, :number, :day, :answer, :sha256, :today)
            on conflict do nothing
            """)
        .param("question", question)
        .param("municipality", state.municipality())
        .param("number", state.number())
        .param("day", Objects.requireNonNull(state.day()))
        .param("answer", answer)
        .param("sha256", sha256)
        .param("today", today)
        .update();
  }

  void forget(String question, StateName state) {
    jdbc.sql(
            """
            delete from link.citation
            where question = :question and municipality = :municipality and number = :number
              and day = :day
            """)
        .param("question", question)
        .param("municipality", state.municipality())
        .param("number", state.number())
        .param("day", Objects.requireNonNull(state.day()))
        .update();
  }

  /** Forgets every answer that rests on the municipality, alone or with others. */
  void forget(String municipality) {
    jdbc.sql(
            """
            delete from link.citation
            where municipality = :municipality
              or position('"municipality":"' || :municipality || '"' in convert_from(answer, 'UTF8')) > 0
            """)
        .param("municipality", municipality)
        .update();
  }
}
