package org.stadtstand.deliver.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.stadtstand.deliver.checks.ComparisonRule;
import org.stadtstand.deliver.checks.DeliveredCounts;
import org.stadtstand.deliver.checks.Draft;
import org.stadtstand.deliver.checks.TableSql;
import org.stadtstand.deliver.description.Description;
import org.stadtstand.deliver.finding.FindingPlace;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.Column.Kind;
import org.stadtstand.record.declaration.RecordType;

/**
 * Compares the delivered rows with the published ones: for each row {@code listed} holds whether it
 * is published now ({@code was}), whether it differs ({@code changed}), and, if it was published
 * before, when it ended ({@code left_at}).
 */
final class PublishedComparison {

  // Below this many rows the planner's first estimate is as good as statistics.
  private static final int MANY = 5_000;

  // Keys are looked up in sub-selects rather than joins, because the planner knows little about a
  // municipality that is new or has grown, and would compare every row with every other; OFFSET
  // keeps the sub-select from being merged, so that each key is looked up once.
  private static final String LISTED =
      """
      insert into listed
        (type, record, line, key, bad, unresolved, was, changed, left_at, {columns})
      select {type}, l.record, l.line, l.key, l.refused or l.unresolved, l.unresolved,
        case when o.until = {open} then o.since end,
        o.until is not distinct from {open} and ({delivered}) is distinct from ({published}),
        case when o.until < {open} then o.until end, {filled}
      from (
        select s.*, {unresolved} as unresolved from (
          select {record} as record, s.line, s.key, s.bad as refused, {values} from {stage} s offset 0
        ) s
      ) l
      left join lateral (
        select * from {table} o where o.record = l.record order by o.since desc limit 1) o on true
      """;

  // For a small delivery, planning takes longer than all that follows. What reads published tables
  // only is the same statement each time: the driver keeps it prepared, and the database its plan.
  // A plan made while a table was small would read it as a whole ever after.
  private static final String KEEP_PLANS =
      """
      select set_config('plan_cache_mode', 'force_generic_plan', true),
        set_config('enable_seqscan', 'off', true)
      """;

  private static final String RECORD =
      """
      (select k.id from record k
        where k.municipality = :municipality and k.type = {of} and k.key = {named})\
      """;

  private static final String UNRESOLVED =
      """
      select s.line, s.{column}_type as type, s.{column}_key as key, (
        select min((select r.type from record r where r.municipality = :municipality
          and r.type = x.type and r.key = s.{column}_key))
        from unnest(array[{types}]) x(type)) as other
      from {listed} l join {stage} s on s.line = l.line
      where l.unresolved and l.{column} is null and s.{column}_key is not null order by s.line
      """;

  private final Draft draft;
  private final Description description;
  private boolean defaultTold;

  PublishedComparison(Draft draft, Description description) {
    this.draft = draft;
    this.description = description;
  }

  /** Returns how many rows of each delivered table require action. */
  Map<TableSql, DeliveredCounts> compare() {
    int rows = 0;
    for (TableSql table : draft.delivered()) {
      rows += draft.update(listed(table));
    }
    if (rows > MANY) {
      draft.jdbc().sql("analyze listed (type, record, was, changed)").update();
    } else {
      draft.sql(KEEP_PLANS).query(row -> {});
    }
    return count();
  }

  private Map<TableSql, DeliveredCounts> count() {
    Map<TableSql, DeliveredCounts> listed = new HashMap<>();
    Set<TableSql> unresolved = new HashSet<>();
    draft.each(
        """
        select type, count(*) filter (where was is null and not bad) as fresh,
          count(*) filter (where changed and not bad) as changed,
          count(*) filter (where left_at is not null and not bad) as back,
          count(*) filter (where unresolved) as unresolved
        from listed group by type
        """,
        row -> {
          TableSql table = draft.tables().get(row.getInt("type"));
          listed.put(
              table,
              new DeliveredCounts(row.getInt("fresh"), row.getInt("changed"), row.getInt("back")));
          if (row.getInt("unresolved") > 0) {
            unresolved.add(table);
          }
        });
    draft.delivered().stream()
        .filter(unresolved::contains)
        .forEach(table -> table.references().forEach(column -> unresolved(table, column)));
    return listed;
  }

  private String listed(TableSql table) {
    StringJoiner unresolved = new StringJoiner(" or ", "(", ")");
    for (Column column : table.references()) {
      String name = "s." + column.name();
      unresolved.add(name + "_key is not null and " + name + " is null");
    }
    return table
        .template(LISTED)
        .with("record", record(String.valueOf(table.type().number()), "s.key"))
        .with("unresolved", unresolved)
        .with("delivered", table.compared("l"))
        .with("published", table.compared("o"))
        .with("values", values(table))
        .with("filled", table.filled("l"))
        .with("columns", TableSql.columns(table.resolved()))
        .sql();
  }

  private static String record(String type, String key) {
    return new Template(RECORD).with("of", type).with("named", key).sql();
  }

  private static String values(TableSql table) {
    List<String> values = new ArrayList<>();
    for (Column column : table.type().columns()) {
      String name = "s." + column.name();
      if (column.kind() == Kind.REFERENCE) {
        values.add(record(name + "_type", name + "_key") + " as " + column.name());
        values.add(name + "_key");
      } else {
        column.stored().forEach(stored -> values.add("s." + stored));
        if (column.sorted()) {
          values.add(name + "_sort");
        }
      }
    }
    return String.join(", ", values);
  }

  /**
   * Reports references that match no record at all. A key without a type is looked up under each
   * type separately: the index begins with the type, and would otherwise be scanned per reference.
   */
  private void unresolved(TableSql table, Column column) {
    String types =
        draft.tables().ownersFirst().stream()
            .map(each -> String.valueOf(each.type().number()))
            .collect(Collectors.joining(", "));
    Set<Integer> unread =
        draft.unread().stream().map(RecordType::number).collect(Collectors.toSet());
    draft.each(
        table.template(UNRESOLVED).with("column", column.name()).with("types", types).sql(),
        row -> {
          if (!unread.contains(row.getInt("type")) && !isToldBefore(column, row)) {
            unresolved(
                place(table, column, row),
                row.getString("key"),
                draft.tables().type(row.getInt("type")).table(),
                row.getInt("other"));
          }
        });
  }

  /** The source that the description names for a thousand rows is one mistake, and its own. */
  private FindingPlace place(TableSql table, Column column, ResultSet row) throws SQLException {
    return isDefault(column, row)
        ? description.place("stadtstand.defaultSource")
        : draft.place(table, row.getLong("line"), column.name());
  }

  private boolean isToldBefore(Column column, ResultSet row) throws SQLException {
    boolean before = defaultTold;
    boolean isDefault = isDefault(column, row);
    defaultTold |= isDefault;
    return before && isDefault;
  }

  private boolean isDefault(Column column, ResultSet row) throws SQLException {
    return column.name().equals("source")
        && row.getString("key").equals(description.defaultSource());
  }

  private void unresolved(FindingPlace place, String key, String wanted, int other) {
    if (other == 0) {
      draft.find(ComparisonRule.DANGLING_REFERENCE, place, key, wanted);
    } else {
      String found = draft.tables().type(other).table();
      draft.find(ComparisonRule.REFERENCE_OF_WRONG_TYPE, place, key, wanted, found);
    }
  }
}
