package org.stadtstand.deliver.checks;

import java.util.Map;
import java.util.StringJoiner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.deliver.finding.FindingPlace;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.Column.Kind;

/**
 * The single row that says who the municipality is. Half of its values come from the description,
 * so it is compared with every delivery, even one without a file for its table.
 */
public final class MunicipalityRow {

  // The table's only reference is its source.
  private static final String RESTAGE =
      """
      insert into stage (line, type, key, bad, {columns})
      select 0, k.type, k.key, false, {values} from {table} t
      join record k on k.id = t.record join record r on r.id = t.source
      where t.record = :municipality and t.until = {open}
      """;

  private final TableSql table;
  private final String key;

  public MunicipalityRow(TableSql table, String key) {
    this.table = table;
    this.key = key;
  }

  public void check(Draft draft) {
    if (draft.unread().contains(table.type())) {
      return;
    }
    int own = count(draft, "select count(*) from {stage} s where key = :key");
    int all = count(draft, "select count(*) from {stage} s");
    FindingPlace file = FindingPlace.file(draft.file(table));
    if (all == 0) {
      draft.find(ComparisonRule.NO_MUNICIPALITY, file);
    } else if (own != 1 || all != 1) {
      draft.find(ComparisonRule.OTHER_MUNICIPALITY, file, key);
    }
  }

  private int count(Draft draft, String rows) {
    return draft.sql(table.template(rows).sql()).param("key", key).query(int.class).single();
  }

  /** Stages the published row with the values that the description gives now. */
  public void restage(JdbcClient jdbc, int municipality, Map<String, String> given) {
    StringJoiner values = new StringJoiner(", ");
    for (Column column : table.type().columns()) {
      if (given.containsKey(column.name())) {
        values.add(":" + column.name());
      } else if (column.kind() == Kind.REFERENCE) {
        values.add("r.type, r.key");
      } else {
        column.stored().forEach(stored -> values.add("t." + stored));
        if (column.sorted()) {
          values.add("t." + column.name() + "_sort");
        }
      }
    }
    jdbc.sql(
            table
                .template(RESTAGE)
                .with("columns", TableSql.columns(table.staged()))
                .with("values", values)
                .sql())
        .params(given)
        .param("municipality", municipality)
        .update();
  }
}
