package org.stadtstand.record.chain;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.ground.sql.Until;
import org.stadtstand.record.declaration.RecordTypes;

/**
 * What the chain covers of a release, as SQL: a row for each row that the release began, ended or
 * withdrew, and one for the release itself.
 */
public final class Leaves {

  /**
   * What each release began and ended, each with a number of its own: an ended row has the negative
   * number of its leaf. The event of a row that began is 1.
   */
  public static final String SELECT =
      """
      select l.since as release, l.since as opened, l.type, l.record as subject,
        l.id as record, l.salt, l.digest,
        case when l.type > 0 then 1 when l.type = 0 then 0 when l.type = -1 then 2 else 4 end
          as event
      from leaf l
      union all
      select l.until, l.since, l.type, l.record, -l.id, l.salt, l.digest, 3 from leaf l
      where l.until < \
      """
          + Until.OPEN;

  /** A join named {@code redaction}: the last redaction of the row. */
  public static final String REDACTION =
      """
      left join redaction {redaction} on {redaction}.id = (
        select max(w.redaction) from withheld w
        where w.since = {t}.opened and w.type = {t}.type and w.record = {t}.subject)\
      """;

  private static final String KEY =
      """
      case when {leaf}.type > 0 then (select r.key from record r where r.id = {leaf}.subject)
        when {leaf}.type = 0 then (
          select cast(x.number as text) from release x where x.id = {leaf}.opened)
        when {leaf}.type = -2 then (
          select cast(x.number as text) from redaction x where x.id = {leaf}.subject)
        else (select {table} || ':' || r.key from record r where r.id = {leaf}.subject) end\
      """;

  private static final String CANONICAL =
      """
      (select {canonical} from ({rows}) t
        where t.record = {leaf}.subject and t.since = {leaf}.opened and {leaf}.salt is not null)\
      """;

  private final List<LeafKind> kinds;
  private final String tableOf;

  public Leaves(RecordTypes types) {
    this.kinds = LeafKind.all(types);
    this.tableOf = types.tableOf("r.type");
  }

  /** The name of the event with this number in {@link #SELECT}. */
  public String event(String leaf) {
    return """
    case %s.event when 0 then 'RELEASE' when 1 then 'OPENED' when 2 then 'WITHDRAWN'
      when 3 then 'CLOSED' else 'REDACTED' end\
    """
        .formatted(leaf);
  }

  public String table(String leaf) {
    return each(leaf, kind -> "'" + kind.name() + "'");
  }

  /** The key, prefixed by the table's name in a withdrawal; known even if the row is gone. */
  public String key(String leaf) {
    return new Template(KEY).with("leaf", leaf).with("table", tableOf).sql();
  }

  /** The row's current text in its table; null if it is withheld or missing. */
  public String canonical(String leaf) {
    return each(
        leaf,
        kind ->
            new Template(CANONICAL)
                .with("canonical", kind.canonical())
                .with("rows", kind.rows())
                .with("leaf", leaf)
                .sql());
  }

  private String each(String leaf, Function<LeafKind, String> value) {
    return kinds.stream()
        .map(kind -> "when %d then %s".formatted(kind.number(), value.apply(kind)))
        .collect(Collectors.joining("\n", "case %s.type ".formatted(leaf), " end"));
  }
}
