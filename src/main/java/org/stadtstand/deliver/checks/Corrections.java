package org.stadtstand.deliver.checks;

import java.util.ArrayList;
import java.util.List;
import org.stadtstand.record.declaration.Column;

/** Rows of tables that only grow may change only if corrections.csv says why. */
public final class Corrections {

  private final Draft draft;
  private final TableSql correction;
  private final boolean delivered;

  public Corrections(Draft draft) {
    this.draft = draft;
    this.correction = draft.tables().get("correction");
    this.delivered = draft.isDelivered(correction.type());
  }

  public void check() {
    for (TableSql table : draft.delivered()) {
      if (!table.type().fullList() && draft.listed(table).changed() > 0) {
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
        """
        select l.line, l.key, trim(trailing ', ' from %s) as fields
        from %s l join %s o on o.record = l.record and o.until = %d
        where l.changed and not l.bad and not %s
        order by l.line
        """
            .formatted(
                String.join(" || ", differing),
                table.listed(),
                table.name(),
                TableSql.OPEN,
                corrected()),
        row ->
            draft.find(
                ComparisonRule.EVENT_CHANGED,
                draft.place(table, row.getLong("line")),
                row.getString("key"),
                row.getString("fields")));
  }

  private String corrected() {
    return delivered
        ? "exists (select from %s c where c.corrected = l.record and c.was is null)"
            .formatted(correction.listed())
        : "false";
  }

  private static String differs(Column column) {
    if (column.name().equals("source")) {
      return "''";
    }
    List<String> parts = new ArrayList<>();
    column.stored().forEach(name -> parts.add("l.%1$s is distinct from o.%1$s".formatted(name)));
    return "case when %s then '%s, ' else '' end"
        .formatted(String.join(" or ", parts), column.name());
  }

  /** Reports corrections of rows which stay as they are. */
  private void needless() {
    draft.each(
        """
        select c.line, k.key, k.type from %s c join record k on k.id = c.corrected
        where c.was is null and not c.bad
          and not exists (select from listed l where l.record = c.corrected and l.changed)
        order by k.type, c.line
        """
            .formatted(correction.listed()),
        row ->
            draft.find(
                ComparisonRule.CORRECTION_WITHOUT_CHANGE,
                draft.place(correction, row.getLong("line")),
                row.getString("key"),
                draft.tables().type(row.getInt("type")).table()));
  }
}
