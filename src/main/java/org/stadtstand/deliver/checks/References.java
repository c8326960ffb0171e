package org.stadtstand.deliver.checks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.Column;

/**
 * Checks the references in the resulting state: those of new and changed rows, and those of
 * remaining rows to rows that were withdrawn.
 */
public final class References {

  private static final String BROKEN =
      """
      select v.field, own.key, coalesce(l.line, 0) as line, g.key as goal_key, g.type
      from {table} t cross join lateral (values {fields}) as v (field, goal)
      join record g on g.id = v.goal
      join record own on own.id = t.record
      left join listed l on l.record = t.record
      where t.municipality = :municipality and t.until = {open} and {which}
        and not {goal is open} {goal is good}
      order by 3, 2, 1
      """;

  private static final String GOALS =
      """
      select v.goal from {table} t cross join lateral (values {fields}) as v (field, goal)
      where {which} and t.until = {open} and v.goal is not null\
      """;

  private static final String ABOVE_ITSELF =
      """
      with recursive up as (
        select t.record as start, t.{column} as at from {table} t
        where t.since = :release and t.until = {open} and t.{column} is not null
        union all
        select up.start, t.{column} from up join {table} t on t.record = up.at and t.until = {open}
        where t.{column} is not null
      ) cycle at set looped using path
      select coalesce(l.line, 0) as line, k.key
      from record k left join listed l on l.record = k.id
      where k.id in (select start from up where at = start) order by 1, 2
      """;

  /** Of the rows that have the same mistake; the others are counted. */
  private static final int NAMED = 3;

  private final Draft draft;

  public References(Draft draft) {
    this.draft = draft;
  }

  /**
   * A reference that does not resolve. A source may be that of a thousand rows, and to withdraw it
   * is one mistake; rows that are delivered have a line each.
   *
   * @param line 0 for all rows that are not delivered
   */
  private record Broken(long line, String field, String goal, int type) {

    static Broken of(ResultSet row) throws SQLException {
      return new Broken(
          row.getLong("line"),
          row.getString("field"),
          row.getString("goal_key"),
          row.getInt("type"));
    }
  }

  /** References in some rows of a table that must resolve. */
  private record Check(TableSql table, List<Column> references, String which) {}

  /**
   * @param touched the tables in which the release begins or ends a row
   * @param left whether it ends any row for good
   */
  public void check(Set<TableSql> touched, boolean left) {
    List<Check> checks = checks(touched, left ? gone() : Set.of());
    if (isAnyBroken(checks)) {
      checks.forEach(this::report);
    }
    touched.forEach(table -> table.references().forEach(column -> cycles(table, column)));
  }

  private List<Check> checks(Set<TableSql> touched, Set<Integer> gone) {
    List<Check> checks = new ArrayList<>();
    for (TableSql table : draft.tables().ownersFirst()) {
      List<Column> references = table.references();
      if (touched.contains(table)) {
        checks.add(new Check(table, references, "t.since = :release"));
      }
      List<Column> staying =
          table.binding().stream().filter(column -> mayReferTo(column, gone)).toList();
      if (!staying.isEmpty()) {
        checks.add(new Check(table, staying, "t.since < :release and " + refersToGone(staying)));
      }
    }
    return checks;
  }

  /** Looks up each referenced record once, however many rows refer to it; usually that is all. */
  private boolean isAnyBroken(List<Check> checks) {
    String goals =
        checks.stream()
            .map(
                check ->
                    check
                        .table()
                        .template(GOALS)
                        .with("fields", fields(check.references()))
                        .with("which", check.which())
                        .sql())
            .collect(Collectors.joining("\nunion "));
    List<Column> references =
        checks.stream().flatMap(check -> check.references().stream()).toList();
    return !checks.isEmpty()
        && draft.count(
                new Template("select count(*) from ({goals}) v where not {goal is open}")
                    .with("goals", goals)
                    .with("goal is open", draft.tables().isOpen(references, "v.goal"))
                    .sql())
            > 0;
  }

  /** The types of the withdrawn records. */
  private Set<Integer> gone() {
    return Set.copyOf(
        draft.sql("select distinct type from gone").query((row, number) -> row.getInt(1)).list());
  }

  private boolean mayReferTo(Column column, Set<Integer> types) {
    String table = column.references();
    return table == null
        ? !types.isEmpty()
        : types.contains(draft.tables().get(table).type().number());
  }

  /** Uses arrays, so that the columns' indexes find the few rows and no table is scanned. */
  private static String refersToGone(List<Column> columns) {
    return columns.stream()
        .map(column -> "t.%s = any(array(select record from gone))".formatted(column.name()))
        .collect(Collectors.joining(" or ", "v.goal in (select record from gone) and (", ")"));
  }

  private static String fields(List<Column> references) {
    return references.stream()
        .map(column -> "('%1$s', t.%1$s)".formatted(column.name()))
        .collect(Collectors.joining(", "));
  }

  private void report(Check check) {
    TableSql table = check.table();
    List<Column> references = check.references();
    String rows =
        table
            .template(BROKEN)
            .with("fields", fields(references))
            .with("which", check.which())
            .with("goal is open", draft.tables().isOpen(references, "v.goal"))
            .with("goal is good", notBad())
            .sql();
    Map<Broken, List<String>> told = new LinkedHashMap<>();
    draft.each(
        rows,
        row ->
            told.computeIfAbsent(Broken.of(row), none -> new ArrayList<>())
                .add(row.getString("key")));
    told.forEach(
        (broken, keys) ->
            draft.find(
                ComparisonRule.REFERENCE_TO_WITHDRAWN,
                draft.place(table, broken.line, broken.field),
                broken.goal,
                draft.tables().type(broken.type).table(),
                broken.field,
                named(keys)));
  }

  private static Text named(List<String> keys) {
    return new Text(named(keys, "„%s“", " und %d weitere"), named(keys, "“%s”", " and %d more"));
  }

  private static String named(List<String> keys, String quoted, String more) {
    String first =
        keys.stream().limit(NAMED).map(quoted::formatted).collect(Collectors.joining(", "));
    return keys.size() > NAMED ? first + more.formatted(keys.size() - NAMED) : first;
  }

  /** A row refused for another reason still counts as present. */
  private String notBad() {
    return draft.findings().refuse()
        ? " and not exists (select from listed b where b.bad and b.record = v.goal)"
        : "";
  }

  /** Finds cycles in a table that refers to itself. */
  private void cycles(TableSql table, Column column) {
    if (!table.name().equals(column.references()) || column.name().equals("source")) {
      return;
    }
    draft.each(
        table.template(ABOVE_ITSELF).with("column", column.name()).sql(),
        row ->
            draft.find(
                ComparisonRule.CYCLE,
                draft.place(table, row.getLong("line"), column.name()),
                row.getString("key"),
                column.name()));
  }
}
