package org.stadtstand.deliver.checks;

import java.util.List;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.record.declaration.SourceRule;

/** Checks that what a new row says of its origin fits the source it names. */
final class SourceFit {

  private static final String UNFIT =
      """
      select l.line, l.key, k.key as source
      from {table} t join {listed} l on l.record = t.record
      join source s on s.record = t.source and s.until = {open}
      join record k on k.id = s.record
      where t.since = :release and t.until = {open} and not l.bad and ({violation})
      order by l.line
      """;

  private final Draft draft;

  SourceFit(Draft draft) {
    this.draft = draft;
  }

  void check(List<SourceRule> rules) {
    for (SourceRule rule : rules) {
      TableSql table = draft.tables().get(rule.table());
      if (draft.isDelivered(table.type())) {
        check(
            rule,
            table,
            rule.certain() ? ComparisonRule.OTHER_ORIGIN : ComparisonRule.DOUBTFUL_ORIGIN);
      }
    }
  }

  private void check(SourceRule rule, TableSql table, ComparisonRule finding) {
    Template unfit = table.template(UNFIT).with("violation", rule.violation());
    draft.each(
        unfit.sql(),
        row ->
            draft.find(
                finding,
                draft.place(table, row.getLong("line"), rule.column()),
                row.getString("key"),
                row.getString("source"),
                rule.why()));
  }
}
