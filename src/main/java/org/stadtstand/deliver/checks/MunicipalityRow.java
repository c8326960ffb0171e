package org.stadtstand.deliver.checks;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.deliver.description.Description;
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

  private static final String TAKEN =
      """
      select s.line, v.field, v.own as value, k.key from {stage} s
      join {table} t on t.until = {open} and t.record <> :municipality
      join record k on k.id = t.record
      cross join lateral (values ('ags', s.ags, t.ags), ('ars', s.ars, t.ars)) as v (field, own, his)
      where v.own = v.his order by 2
      """;

  private static final String IDENTITY =
      """
      select l.line, v.field, v.before, v.after from {listed} l
      join {table} o on o.record = l.record and o.until = {open}
      cross join lateral (values {fields}) as v (field, before, after)
      where not l.bad and v.before <> v.after and v.after <> '{missing}' and not {corrected}
      """;

  private static final String CORRECTED =
      """
      exists (select from {listed} c where c.corrected = l.record and c.was is null
        and (c.field is null or v.field like c.field || '%'))\
      """;

  /** What makes a municipality, and its data, who and what they are. */
  private static final List<String> FIELDS =
      List.of("ags", "ars", "publisher", "standing", "licence", "licence_url");

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

  /** A key is one municipality's, whoever delivers it first. */
  public void checkKeys(Draft draft) {
    draft.each(
        table.template(TAKEN).sql(),
        row ->
            draft.find(
                ComparisonRule.KEY_OF_OTHER_CITY,
                draft.place(table, row.getLong("line"), row.getString("field")),
                row.getString("field").toUpperCase(Locale.ROOT),
                row.getString("value"),
                row.getString("key")));
  }

  /** Who is meant, who says so and what others may do with it never changes without a word. */
  public void checkIdentity(Draft draft, Map<String, String> given) {
    TableSql correction = draft.tables().get("correction");
    String fields =
        FIELDS.stream()
            .map("('%1$s', o.%1$s, l.%1$s)"::formatted)
            .collect(Collectors.joining(", "));
    boolean corrects = draft.isDelivered(correction.type());
    draft.each(
        table
            .template(IDENTITY)
            .with("fields", fields)
            .with("missing", Description.MISSING)
            .with("corrected", corrects ? correction.template(CORRECTED).sql() : "false")
            .sql(),
        row -> {
          String field = row.getString("field");
          draft.find(
              ComparisonRule.IDENTITY_CHANGED,
              given.containsKey(field)
                  ? new FindingPlace(Description.FILE, 0, 0, field)
                  : draft.place(table, row.getLong("line"), field),
              field,
              key,
              row.getString("before"),
              row.getString("after"));
        });
  }

  private int count(Draft draft, String rows) {
    return draft.sql(table.template(rows).sql()).param("key", key).query(int.class).single();
  }

  /** Stages the published row with the values that the description gives now. */
  public void restage(JdbcClient jdbc, int municipality, Map<String, String> given) {
    StringJoiner values = new StringJoiner(", ");
    for (Column column : table.type().columns()) {
      // What is missing has its own finding, and is no change.
      if (!given.getOrDefault(column.name(), Description.MISSING).equals(Description.MISSING)) {
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
