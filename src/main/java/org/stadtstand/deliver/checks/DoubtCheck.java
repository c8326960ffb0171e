package org.stadtstand.deliver.checks;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.stadtstand.deliver.finding.FindingLevel;
import org.stadtstand.deliver.finding.Rule;
import org.stadtstand.deliver.finding.Stage;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.Column.Kind;
import org.stadtstand.record.declaration.Doubt;
import org.stadtstand.record.declaration.RecordType;

/**
 * Names the doubtful ones among the rows that a delivery begins. One statement asks for all that
 * rooms declare and another for all texts: planned one by one, they took longer than all else that
 * a small delivery needs.
 */
final class DoubtCheck {

  private static final String DOUBTFUL =
      """
      (select {doubt} as doubt, l.line, array[l.key{told}] as told from {listed} l
        join release r on r.id = :release
        join lateral (
          select * from {table} s where s.record = l.record and s.since = :release offset 0
        ) t on not l.bad and (l.was is null or l.changed)
        {rows})
      """;

  private static final String TEXTS =
      """
      select l.type, l.line, l.key, v.field, v.text from listed l
        cross join lateral (values {texts}) v (field, text)
        where l.type = {type} and not l.bad and (l.was is null or l.changed) and {suspect}
      """;

  private static final String FOUND_IN_TEXTS =
      """
      select t.type, t.line, t.field, f.rule, t.key, f.found from ({texts}) t
      cross join lateral {found} where f.found is not null order by t.type, t.line
      """;

  private final Draft draft;

  DoubtCheck(Draft draft) {
    this.draft = draft;
  }

  void check(List<Doubt> declared) {
    declared(
        declared.stream()
            .filter(doubt -> draft.isDelivered(draft.tables().get(doubt.table()).type()))
            .toList());
    texts();
  }

  private void declared(List<Doubt> doubts) {
    List<String> each = new ArrayList<>();
    for (Doubt doubt : doubts) {
      String told =
          doubt.told().stream()
              .map(value -> ", cast(%s as text)".formatted(value))
              .collect(Collectors.joining());
      String sql = DOUBTFUL.replace("{told}", told).replace("{rows}", doubt.rows());
      TableSql table = draft.tables().get(doubt.table());
      each.add(table.template(sql).with("doubt", each.size()).sql());
    }
    if (!each.isEmpty()) {
      draft.each(
          String.join("union all\n", each) + "order by doubt, line",
          row -> report(doubts.get(row.getInt("doubt")), row));
    }
  }

  private void report(Doubt doubt, ResultSet row) throws SQLException {
    TableSql table = draft.tables().get(doubt.table());
    Array told = row.getArray("told");
    draft
        .findings()
        .add(
            new Declared(doubt),
            draft.place(table, row.getLong("line"), doubt.column()),
            (Object[]) told.getArray());
  }

  private void texts() {
    String texts =
        draft.delivered().stream()
            .map(TableSql::type)
            .filter(type -> !named(type).isEmpty())
            .map(
                type ->
                    new Template(TEXTS)
                        .with("type", type.number())
                        .with("texts", named(type))
                        .with("suspect", DoubtfulText.SUSPECT.replace("{text}", "v.text"))
                        .sql())
            .collect(Collectors.joining("union all\n"));
    if (!texts.isEmpty()) {
      draft.each(
          new Template(FOUND_IN_TEXTS).with("texts", texts).with("found", DoubtfulText.FOUND).sql(),
          this::reportText);
    }
  }

  /** The texts of a compared row, each with the name of its column. */
  private static String named(RecordType type) {
    return type.columns().stream()
        .filter(
            column ->
                column.kind() == Kind.LIST
                    || column.kind() == Kind.TEXT && column.pattern() == null)
        .map(column -> "('%s', %s)".formatted(column.name(), text(column)))
        .collect(Collectors.joining(", "));
  }

  private static String text(Column column) {
    String stored = "l." + TableSql.staged(column).getFirst().column();
    return column.kind() == Kind.LIST ? "array_to_string(%s, ' | ')".formatted(stored) : stored;
  }

  private void reportText(ResultSet row) throws SQLException {
    draft
        .findings()
        .add(
            DoubtfulText.valueOf(row.getString("rule")),
            draft.place(
                draft.tables().get(row.getInt("type")),
                row.getLong("line"),
                row.getString("field")),
            row.getString("key"),
            row.getString("found"));
  }

  /** The rule by which a declared doubt is found. */
  private record Declared(Doubt doubt) implements Rule {

    @Override
    public String name() {
      return doubt.code();
    }

    @Override
    public String code() {
      return doubt.code();
    }

    @Override
    public RuleText wording() {
      return new RuleText(FindingLevel.WARNING, Stage.COMPARISON, doubt.sentence());
    }
  }
}
