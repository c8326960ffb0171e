package org.stadtstand.serve.link;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.database.LinkDatabase;
import org.stadtstand.ground.database.WriteDatabase;

/**
 * The tables of stored questions and of what an operator has blocked. The role for links only adds
 * questions; whatever changes or deletes anything is done as the owner.
 */
@Component
public class QuestionTable {

  private final JdbcClient jdbc;
  private final JdbcClient owner;
  private final boolean onlyReads;

  QuestionTable(LinkDatabase keeping, WriteDatabase owner) {
    this.jdbc = keeping.jdbc();
    this.owner = owner.jdbc();
    this.onlyReads = keeping.onlyReads();
  }

  /** Whether this server can note nothing, because it only reads. */
  boolean onlyReads() {
    return onlyReads;
  }

  public Optional<String> content(String id) {
    return jdbc.sql("select content from link.question where id = :id")
        .param("id", id)
        .query(String.class)
        .optional();
  }

  int count() {
    return jdbc.sql("select count(*) from link.question").query(Integer.class).single();
  }

  /** Stores a question; returns whether it is new. */
  public boolean store(String id, String content, LocalDate today) {
    boolean fresh =
        jdbc.sql(
                    """
                    insert into link.question (id, content, stored_on, used_on)
                    values (:id, :content, :today, :today)
                    on conflict do nothing
                    """)
                .param("id", id)
                .param("content", content)
                .param("today", today)
                .update()
            > 0;
    if (!fresh) {
      used(List.of(id), today);
    }
    return fresh;
  }

  void used(Collection<String> ids, LocalDate today) {
    owner
        .sql("update link.question set used_on = :today where id = any(:ids) and used_on < :today")
        .param("today", today)
        .param("ids", ids.toArray(String[]::new))
        .update();
  }

  /** Deletes questions that were last used before a day and never cited; returns how many. */
  public int forget(LocalDate before) {
    return owner
        .sql(
            """
            delete from link.question where used_on < :before
              and not exists (select from link.citation where citation.question = question.id)
            """)
        .param("before", before)
        .update();
  }

  Map<String, String> blocked() {
    Map<String, String> reasons = new HashMap<>();
    jdbc.sql("select id, reason from link.block")
        .query(
            row -> {
              reasons.put(row.getString("id"), row.getString("reason"));
            });
    return reasons;
  }

  void block(String id, String reason, LocalDate today) {
    owner
        .sql(
            """
            insert into link.block (id, reason, blocked_on) values (:id, :reason, :today)
            on conflict (id) do update set reason = :reason
            """)
        .param("id", id)
        .param("reason", reason)
        .param("today", today)
        .update();
  }

  /** Unblocks a question; returns whether it was blocked. */
  boolean unblock(String id) {
    return owner.sql("delete from link.block where id = :id").param("id", id).update() > 0;
  }
}
