package org.stadtstand.serve.hook;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.ground.database.HookDatabase;

/**
 * The queue, one for all servers: each message is noted once, whichever of them learns first of
 * what happened, and taken by one of them at a time. The database's clock counts, which they share.
 */
final class HookTable {

  /** How far the messages of a municipality go. */
  record Reached(int release, int redaction) {

    int of(HookEvent event) {
      return event == HookEvent.RELEASE ? release : redaction;
    }
  }

  private final HookDatabase database;
  private final JdbcClient jdbc;

  HookTable(HookDatabase database) {
    this.database = database;
    this.jdbc = database.jdbc();
  }

  /** Remembers a receiver that is new, which is told only of what follows. */
  void meet(String receiver, Map<String, Reached> now) {
    database
        .transaction()
        .executeWithoutResult(
            all -> {
              boolean isNew =
                  jdbc.sql("insert into hook.receiver (name) values (:name) on conflict do nothing")
                          .param("name", receiver)
                          .update()
                      > 0;
              if (isNew) {
                now.forEach((municipality, reached) -> reach(receiver, municipality, reached));
              }
            });
  }

  /**
   * Notes what has happened since the last look of any server.
   *
   * @param events of which there are to be messages; of others none are made up for later
   */
  void note(String receiver, String municipality, Reached now, Set<HookEvent> events) {
    database
        .transaction()
        .executeWithoutResult(
            all -> {
              Reached before = before(receiver, municipality);
              for (HookEvent event : events) {
                add(receiver, municipality, event, before.of(event), now.of(event));
              }
              reach(receiver, municipality, now);
            });
  }

  /** Other servers wait here until what this one notes is there. */
  private Reached before(String receiver, String municipality) {
    return jdbc.sql(
            """
            insert into hook.noted (receiver, municipality, release, redaction)
            values (:receiver, :municipality, 0, 0)
            on conflict (receiver, municipality) do update set release = noted.release
            returning release, redaction
            """)
        .param("receiver", receiver)
        .param("municipality", municipality)
        .query((row, number) -> new Reached(row.getInt("release"), row.getInt("redaction")))
        .single();
  }

  private void add(String receiver, String municipality, HookEvent kind, int after, int last) {
    jdbc.sql(
            """
            insert into hook.message (id, receiver, municipality, kind, number)
            select 'msg_' || replace(gen_random_uuid()::text, '-', ''),
              :receiver, :municipality, :kind, number
            from generate_series(:after + 1, :last) number
            """)
        .param("receiver", receiver)
        .param("municipality", municipality)
        .param("kind", kind.name())
        .param("after", after)
        .param("last", last)
        .update();
  }

  /** Never backwards: a server may know less than the one that noted last. */
  private void reach(String receiver, String municipality, Reached now) {
    jdbc.sql(
            """
            insert into hook.noted (receiver, municipality, release, redaction)
            values (:receiver, :municipality, :release, :redaction)
            on conflict (receiver, municipality) do update
            set release = greatest(noted.release, :release),
              redaction = greatest(noted.redaction, :redaction)
            """)
        .param("receiver", receiver)
        .param("municipality", municipality)
        .param("release", now.release())
        .param("redaction", now.redaction())
        .update();
  }

  /**
   * Takes the message that has been due longest, if there is one.
   *
   * @param lease for so long no other server takes it; after that the one that did has ended with
   *     it
   */
  Optional<HookMessage> take(String receiver, Duration lease) {
    return jdbc.sql(
            """
            update hook.message set attempts = attempts + 1, due_at = now() + make_interval(secs => :lease)
            where id = (
              select id from hook.message
              where receiver = :receiver and ended_at is null and due_at <= now()
                and not exists (select from hook.receiver where name = :receiver and quiet_until > now())
              order by due_at, number limit 1 for update skip locked)
            returning id, municipality, kind, number, noted_at, attempts
            """)
        .param("receiver", receiver)
        .param("lease", seconds(lease))
        .query(
            (row, number) ->
                new HookMessage(
                    row.getString("id"),
                    row.getString("municipality"),
                    HookEvent.valueOf(row.getString("kind")),
                    row.getInt("number"),
                    row.getObject("noted_at", OffsetDateTime.class),
                    row.getInt("attempts")))
        .optional();
  }

  /** Puts a message back. */
  void again(HookMessage message, Duration later) {
    jdbc.sql(
            "update hook.message set due_at = now() + make_interval(secs => :later) where id = :id")
        .param("id", message.id())
        .param("later", seconds(later))
        .update();
  }

  /** For so long the receiver is sent nothing by any server. */
  void quiet(String receiver, Duration pause) {
    if (pause.isPositive()) {
      jdbc.sql(
              """
              update hook.receiver set quiet_until = now() + make_interval(secs => :pause)
              where name = :receiver
              """)
          .param("receiver", receiver)
          .param("pause", seconds(pause))
          .update();
    }
  }

  /** Puts back what this server cannot say yet, as if it had not been taken. */
  void untouched(HookMessage message, Duration later) {
    jdbc.sql(
            """
            update hook.message
            set due_at = now() + make_interval(secs => :later), attempts = attempts - 1 where id = :id
            """)
        .param("id", message.id())
        .param("later", seconds(later))
        .update();
  }

  void end(HookMessage message, HookOutcome outcome) {
    jdbc.sql("update hook.message set ended_at = now(), outcome = :outcome where id = :id")
        .param("id", message.id())
        .param("outcome", outcome.name())
        .update();
  }

  /** The receiver wants to hear no more at this address. */
  void gone(String receiver, String url) {
    database
        .transaction()
        .executeWithoutResult(
            all -> {
              jdbc.sql("update hook.receiver set gone = :url where name = :receiver")
                  .param("receiver", receiver)
                  .param("url", url)
                  .update();
              jdbc.sql(
                      """
                      update hook.message set ended_at = now(), outcome = 'GIVEN_UP'
                      where receiver = :receiver and ended_at is null
                      """)
                  .param("receiver", receiver)
                  .update();
            });
  }

  boolean isGone(String receiver, String url) {
    return jdbc.sql(
            "select exists (select from hook.receiver where name = :receiver and gone = :url)")
        .param("receiver", receiver)
        .param("url", url)
        .query(Boolean.class)
        .single();
  }

  int waiting(String receiver) {
    return jdbc.sql(
            "select count(*) from hook.message where receiver = :receiver and ended_at is null")
        .param("receiver", receiver)
        .query(Integer.class)
        .single();
  }

  /** Also those that waited for a receiver whom no server knows any more. */
  int forget(Duration kept) {
    return jdbc.sql(
            """
            delete from hook.message
            where coalesce(ended_at, noted_at) < now() - make_interval(secs => :kept)
            """)
        .param("kept", seconds(kept))
        .update();
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
