package org.stadtstand.deliver.checks;

import org.stadtstand.deliver.finding.FindingPlace;
import org.stadtstand.deliver.reading.MetaTables;

/**
 * What the publisher has looked at and means: acknowledgements.csv names the rule and the row of a
 * warning, which is then told as a note, with the reason.
 */
final class Acknowledgements {

  private static final String ROWS =
      """
      select a.line, a.rule, a.type, a.key, a.reason, coalesce(l.line, 0) as row
      from stage_acknowledgements a left join listed l on l.type = a.type and l.key = a.key
      order by a.line
      """;

  private final Draft draft;

  Acknowledgements(Draft draft) {
    this.draft = draft;
  }

  void apply() {
    if (!draft.isDelivered(MetaTables.ACKNOWLEDGEMENTS)) {
      return;
    }
    draft.each(
        ROWS,
        row -> {
          TableSql table = draft.tables().get(row.getInt("type"));
          String rule = row.getString("rule");
          FindingPlace place = draft.place(table, row.getLong("row"));
          if (!draft.findings().acknowledge(rule, place, row.getString("reason"))) {
            draft.find(
                ComparisonRule.ACKNOWLEDGEMENT_OF_NOTHING,
                FindingPlace.line(draft.file(MetaTables.ACKNOWLEDGEMENTS), row.getLong("line")),
                rule,
                row.getString("key"),
                table.name());
          }
        });
  }
}
