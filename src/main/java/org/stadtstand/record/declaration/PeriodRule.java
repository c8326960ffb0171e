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
 *     for the subjects in {@code affected}
 */
public record PeriodRule(
    String table,
    String subject,
    int version,
    List<String> reads,
    List<String> values,
    String periods) {

  // EXCEPT rather than joins: it treats nulls as equal, and costs the same however badly the
  // planner misjudges how many rows this transaction has just written. For the same reason,
  // affected subjects are looked up as an array, here and in the rules, and with sub-selects other
  // than EXISTS: as joins, they read whole tables of all cities for a few rows.
  private static final String REFRESH =
      """
      with affected as (
      {affected}
      ), fresh as (
      {periods}
      ), held as (
        select {columns}, p.rules
        from {table} p
        where p.{subject} = any(array(select {subject} from affected)) and upper_inf(p.known)
      ), gone as (
        select * from held except select {columns}, {version} from fresh
      ), ended as (
        update {table} p
        set known = int4range(lower(p.known), :release)
        from gone g
        where p.{subject} = g.{subject} and p.days = g.days and upper_inf(p.known)
      )
      insert into {table} (municipality, {columns}, rules, known)
      select :municipality, n.*, int4range(:release, null)
      from (select {columns}, {version} from fresh except select * from held) n
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

  private String statement(String affected) {
    String columns =
        Stream.of(List.of(subject), values, List.of("days"))
            .flatMap(List::stream)
            .collect(Collectors.joining(", "));
    return new Template(REFRESH)
        .with("affected", affected)
        .with("periods", periods.stripTrailing().indent(2).stripTrailing())
        .with("columns", columns)
        .with("table", table)
        .with("subject", subject)
        .with("version", version)
        .sql();
  }

  private String all() {
    String subjects =
        reads.stream()
            .filter(read -> read.endsWith(".record"))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(table + " does not read its subjects"))
            .replace(".record", "");
    return "  select record from "
        + subjects
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
