package org.stadtstand.deliver.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.record.declaration.Column;

/** Rows of append-only tables may change only if corrections.csv gives a reason. */
public final class Corrections {

  private static final String UNEXPLAINED =
      """
      select l.line, l.key, trim(trailing ', ' from {differing}) as fields
      from {listed} l join {table} o on o.record = l.record and o.until = {open}
      where l.changed and not l.bad and not {corrected}
      order by l.line
      """;

  private static final String NEEDLESS =
      """
      select c.line, k.key, k.type from {listed} c join record k on k.id = c.corrected
      where c.was is null and not c.bad
        and not exists (select from listed l where l.record = c.corrected and l.changed)
      order by k.type, c.line
      """;

  private final Draft draft;
  private final Map<TableSql, DeliveredCounts> listed;
  private final TableSql correction;
  private final boolean delivered;

  public Corrections(Draft draft, Map<TableSql, DeliveredCounts> listed) {
    this.draft = draft;
    this.listed = listed;
    this.correction = draft.tables().get("correction");
    this.delivered = draft.isDelivered(correction.type());
  }

  public void check() {
    for (TableSql table : draft.delivered()) {
      if (!table.type().fullList()
          && listed.getOrDefault(table, DeliveredCounts.NOTHING).changed() > 0) {
        unexplained(table);
      }
    }
    if (delivered) {
      needless();
    }
  }

  private void unexplained(TableSql table) {
    List<String> differing = table.type().columns().stream().map(Corrections::differs).toList();
    draft.each(
        table
            .template(UNEXPLAINED)
            .with("differing", String.join(" || ", differing))
            .with("corrected", corrected())
            .sql(),
        row ->
            draft.find(
                ComparisonRule.EVENT_CHANGED,
                draft.place(table, row.getLong("line")),
                row.getString("key"),
                row.getString("fields")));
  }

  private String corrected() {
    return delivered
        ? correction
            .template(
                "exists (select from {listed} c where c.corrected = l.record and c.was is null)")
            .sql()
        : "false";
  }

  private static String differs(Column column) {
    if (column.name().equals("source")) {
      return "''";
    }
    List<String> parts = new ArrayList<>();
    column.stored().forEach(name -> parts.add("l." + name + " is distinct from o." + name));
    return new Template("case when {differs} then '{column}, ' else '' end")
        .with("differs", String.join(" or ", parts))
        .with("column", column.name())
        .sql();
  }

  /** Reports corrections of rows that do not change. */
  private void needless() {
    draft.each(
        correction.template(NEEDLESS).sql(),
        row ->
            draft.find(
                ComparisonRule.CORRECTION_WITHOUT_CHANGE,
                draft.place(correction, row.getLong("line")),
                row.getString("key"),
                draft.tables().type(row.getInt("type")).table()));
  }
}
