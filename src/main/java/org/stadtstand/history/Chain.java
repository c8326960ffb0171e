package org.stadtstand.history;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.record.RecordTypes;

/**
 * Links each release of a municipality to the one before it: a release's hash covers the digests of
 * all rows that it began and ended, what it says of itself, and its predecessor's hash. Every
 * statement looks only at what the release began and ended, never at the record as a whole.
 */
public final class Chain {

  private static final String ADD =
      """
      insert into leaf (since, type, record, municipality, salt, digest)
      select t.since, %1$d, t.record, t.municipality, t.salt,
        sha256(t.salt || convert_to(%2$s, 'UTF8'))
      from (
        select x.*, uuid_send(gen_random_uuid()) as salt from (%3$s) x where x.since = :release) t
      """;

  private static final String END =
      """
      update leaf l set until = :release from %1$s t
      where t.until = :release and t.until < 2147483647
        and l.since = t.since and l.type = %2$d and l.record = t.record
      """;

  private static final String ENTER =
      """
      update redaction x set sealed = r.id from release r
      where r.id = :release and x.municipality = r.municipality and x.sealed is null
      """;

  /** What is said in this release of something that is still withheld, is withheld. */
  private static final String CONTINUE =
      """
      insert into withheld (since, type, record, municipality, field, redaction)
      select l.since, l.type, l.record, l.municipality, x.field, x.id
      from release r join redaction x on x.municipality = r.municipality and x.stands
      join leaf l on l.since = r.id and l.type = x.type and l.record = x.record
      where r.id = :release and not exists (select from redaction u where u.lifts = x.id)
      on conflict do nothing
      """;

  private final List<LeafKind> kinds;
  private final String touched;

  public Chain(RecordTypes types) {
    this.kinds = LeafKind.all(types);
    this.touched =
        types.all().stream()
            .map(
                type ->
                    """
                    select %1$d where exists (select from %2$s where since = :release)
                      or exists (select from %2$s where until = :release and until < 2147483647)
                    """
                        .formatted(type.number(), type.table()))
            .collect(Collectors.joining("union all "));
  }

  /** Adds the digests of all rows that the release begins; whatever was written, in any table. */
  public void add(JdbcClient jdbc, int release) {
    List<Integer> touched =
        jdbc.sql(this.touched)
            .param("release", release)
            .query((row, number) -> row.getInt(1))
            .list();
    for (LeafKind kind : kinds) {
      if (touched.contains(kind.number())) {
        add(jdbc, kind, release);
        run(jdbc, END.formatted(kind.name(), kind.number()), release);
      } else if (kind.number() == LeafKind.WITHDRAWAL) {
        add(jdbc, kind, release);
      }
    }
  }

  /**
   * Gives the release its hash, which also covers what was withheld by law since the last one.
   * After this nothing of the release may be written, its times included.
   */
  public void seal(JdbcClient jdbc, int release) {
    run(jdbc, ENTER, release);
    run(jdbc, CONTINUE, release);
    kinds.stream()
        .filter(kind -> kind.number() == LeafKind.RELEASE || kind.number() == LeafKind.REDACTION)
        .forEach(kind -> add(jdbc, kind, release));
    Seal seal = Seal.of(jdbc, release);
    jdbc.sql(
            """
            update release set hash = :hash, previous = :previous, seal = :seal, opened = :opened,
              closed = :closed, withdrawn = :withdrawn
            where id = :release
            """)
        .param("hash", seal.hash())
        .param("previous", seal.previous())
        .param("seal", seal.text())
        .param("opened", seal.opened())
        .param("closed", seal.closed())
        .param("withdrawn", seal.withdrawn())
        .param("release", release)
        .update();
  }

  private static void add(JdbcClient jdbc, LeafKind kind, int release) {
    run(jdbc, ADD.formatted(kind.number(), kind.canonical(), kind.rows()), release);
  }

  private static void run(JdbcClient jdbc, String sql, int release) {
    jdbc.sql(sql).param("release", release).update();
  }
}
