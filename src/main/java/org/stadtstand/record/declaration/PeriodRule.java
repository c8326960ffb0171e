package org.stadtstand.record.declaration;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stadtstand.ground.sql.Template;

/**
 * How the periods of a derived table follow from published rows. A rule defines which periods hold
 * at a release; closing old periods and adding new ones is the same for all rules, and done here in
 * one statement.
 *
 * @param subject the column of the derived table for what its periods are about
 * @param version stored with each period; raised when the rule changes
 * @param reads table and column of every row the rule looks at, the subject's own table as {@code
 *     .record}: only subjects whose rows came or went with the release are recomputed
 * @param values the columns between the subject and the days
 * @param periods a query for subject, values and days of all periods that hold at {@code :release},
 *     for the subjects in {@code affected}, all of which are there at the release
 */
public record PeriodRule(
    String table,
    String subject,
    int version,
    List<String> reads,
    List<String> values,
    String periods) {

  // Joined in full rather than looked up: that costs the same however badly the planner misjudges
  // how
  // many rows this transaction has just written. For the same reason, affected subjects are looked
  // up as an array, here and in the rules, and with sub-selects other than EXISTS: as joins, they
  // read whole tables of all cities for a few rows. Whether a subject is there is asked once for
  // each, because many rows are about one.
  private static final String REFRESH =
      """
      with touched as (
      {touched}
      ), affected as (
        select t.{subject} from touched t
        where (select max(s.until) from {subjects} s
          where s.record = t.{subject} and s.since <= :release) > :release
      ), fresh as (
      {periods}
      ), held as (
        select {columns}, p.rules
        from {table} p
        where p.{subject} = any(array(select {subject} from touched)) and upper_inf(p.known)
      ), differing as (
        select {fresh}, f.rules, h.{subject} as held, h.days as held_days
        from (select {columns}, {version} as rules from fresh) f
        full join held h on f.{subject} = h.{subject} and f.days = h.days
        where ({fresh values}) is distinct from ({held values})
      ), ended as (
        update {table} p
        set known = int4range(lower(p.known), :release)
        from differing d
        where p.{subject} = d.held and p.days = d.held_days and upper_inf(p.known)
      )
      insert into {table} (municipality, {columns}, rules, known)
      select :municipality, {columns}, rules, int4range(:release, null)
      from differing where {subject} is not null
      """;

  private static final String CHANGED =
      """
        select {column} as {subject} from {table} where since = :release
        union
        select {column} from {table} where until = :release and until < {open}\
      """;

  public DerivedTable derivedTable() {
    return new DerivedTable(
        table,
        subject,
        reads,
        version,
        statement(touched()),
        statement(touched() + "\n  union\n" + all()),
        statement("select unnest(cast(:subjects as int[])) as " + subject));
  }

  private String statement(String touched) {
    List<String> columns =
        Stream.of(List.of(subject), values, List.of("days")).flatMap(List::stream).toList();
    List<String> compared = Stream.concat(values.stream(), Stream.of("rules")).toList();
    return new Template(REFRESH)
        .with("touched", touched)
        .with("subjects", subjects())
        .with("periods", periods.stripTrailing().indent(2).stripTrailing())
        .with("columns", String.join(", ", columns))
        .with("fresh", of("f", columns))
        .with("fresh values", of("f", compared))
        .with("held values", of("h", compared))
        .with("table", table)
        .with("subject", subject)
        .with("version", version)
        .sql();
  }

  private static String of(String alias, List<String> columns) {
    return columns.stream().map(column -> alias + "." + column).collect(Collectors.joining(", "));
  }

  /** The table of the subjects themselves. */
  private String subjects() {
    return reads.stream()
        .filter(read -> read.endsWith(".record"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(table + " does not read its subjects"))
        .replace(".record", "");
  }

  private String all() {
    return "  select record as "
        + subject
        + " from "
        + subjects()
        + "\n  where municipality = :municipality and since <= :release and until > :release";
  }

  private String touched() {
    return reads.stream()
        .map(read -> read.split("\\."))
        .map(read -> changed(read[0], read[1]))
        .collect(Collectors.joining("\n  union\n"));
  }

  /** The index on until omits open rows; it is used only if the statement does so, too. */
  private String changed(String from, String column) {
    return new Template(CHANGED)
        .with("column", column)
        .with("subject", subject)
        .with("table", from)
        .sql();
  }
}
