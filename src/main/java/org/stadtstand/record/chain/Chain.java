package org.stadtstand.record.chain;

import java.sql.Types;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.declaration.TouchedTables;
import org.stadtstand.record.time.Seal;

/**
 * Links each release of a municipality to the previous one: its hash covers the digests of all rows
 * it began and ended, its own metadata, and its predecessor's hash. Every statement looks only at
 * what the release began and ended, never at the whole record.
 */
public final class Chain {

  private static final String ADD =
      """
      insert into leaf (since, type, record, municipality, salt, digest)
      select t.since, {type}, t.record, t.municipality, t.salt,
        sha256(t.salt || convert_to({canonical}, 'UTF8'))
      from (
        select x.*, uuid_send(gen_random_uuid()) as salt from ({rows}) x
        where x.since = :release) t
      """;

  /** Looked up one by one: the planner cannot know how few there are, and would read all leaves. */
  private static final String END =
      """
      update leaf l set until = :release where l.id = any(array(
        select (select l.id from leaf l
          where l.since = t.since and l.type = {type} and l.record = t.record)
        from {table} t where t.until = :release and t.until < {open}))
      """;

  private static final String ENTER =
      """
      update redaction x set sealed = r.id from release r
      where r.id = :release and x.municipality = r.municipality and x.sealed is null
      """;

  /** If this release states something that is still withheld, it is withheld here too. */
  private static final String CONTINUE =
      """
      insert into withheld (since, type, record, municipality, field, redaction)
      select l.since, l.type, l.record, l.municipality, x.field, x.id
      from release r join redaction x on x.municipality = r.municipality and x.stands
      join leaf l on l.since = r.id and l.type = x.type and l.record = x.record
      where r.id = :release and not exists (select from redaction u where u.lifts = x.id)
      on conflict do nothing
      """;

  private final List<Written> kinds;
  private final RecordTypes types;
  private final CitationLog citations;

  /** What is written for a kind, always the same, so that the database need not plan it anew. */
  private record Written(int kind, String add, String end) {

    static Written of(LeafKind kind) {
      return new Written(
          kind.number(),
          new Template(ADD)
              .with("type", kind.number())
              .with("canonical", kind.canonical())
              .with("rows", kind.rows())
              .sql(),
          new Template(END).with("table", kind.name()).with("type", kind.number()).sql());
    }
  }

  public Chain(RecordTypes types, CitationLog citations) {
    this.citations = citations;
    this.types = types;
    this.kinds = LeafKind.all(types).stream().map(Written::of).toList();
  }

  /** Adds the digests of all rows that the release begins, in any table. */
  public void add(JdbcClient jdbc, int release) {
    add(jdbc, release, TouchedTables.of(jdbc, types, release));
  }

  /** Does the same where the touched tables are known. */
  public void add(JdbcClient jdbc, int release, TouchedTables touched) {
    Set<Integer> began = numbers(touched.began());
    began.add(LeafKind.WITHDRAWAL);
    Set<Integer> ended = numbers(touched.ended());
    add(jdbc, began, release);
    kinds.stream()
        .filter(each -> ended.contains(each.kind()))
        .forEach(each -> run(jdbc, each.end(), release));
  }

  /**
   * Gives the release its hash, which also covers what was withheld by law since the previous one,
   * and everything cited so far in this installation, whichever municipality it is about. After
   * this nothing of the release may be written, including its timestamps.
   */
  public void seal(JdbcClient jdbc, int release) {
    run(jdbc, ENTER, release);
    run(jdbc, CONTINUE, release);
    add(jdbc, Set.of(LeafKind.RELEASE, LeafKind.REDACTION), release);
    jdbc.sql("update release set citations = :head where id = :release")
        .param("head", citations.head(jdbc).orElse(null), Types.VARCHAR)
        .param("release", release)
        .update();
    Seal seal = SealWriter.seal(jdbc, release);
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

  private void add(JdbcClient jdbc, Set<Integer> which, int release) {
    kinds.stream()
        .filter(each -> which.contains(each.kind()))
        .forEach(each -> run(jdbc, each.add(), release));
  }

  private static Set<Integer> numbers(Set<RecordType> types) {
    return types.stream().map(RecordType::number).collect(Collectors.toCollection(HashSet::new));
  }

  private static void run(JdbcClient jdbc, String sql, int release) {
    jdbc.sql(sql).param("release", release).update();
  }
}
