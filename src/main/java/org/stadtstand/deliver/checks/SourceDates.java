package org.stadtstand.deliver.checks;

import java.time.LocalDate;
import org.stadtstand.deliver.finding.FindingPlace;
import org.stadtstand.ground.sql.Template;

/** A reconstructed release may contain only what its sources had said by the day it stands for. */
final class SourceDates {

  private static final String UNFIT =
      "coalesce(coalesce(s.published_on_to, s.retrieved_on_to) > date '{day}', true)";

  private static final String SOURCES =
      """
      select count(*) from source s
      where s.municipality = :municipality and s.until = {open} and \
      """;

  private static final String ROWS =
      """
      select l.line, l.key, k.key as source, coalesce(s.published_on_to, s.retrieved_on_to) as day
      from {table} t join {listed} l on l.record = t.record
      join source s on s.record = t.source and s.until = {open}
      join record k on k.id = s.record
      where t.since = :release and t.until = {open} and \
      """;

  private final Draft draft;

  SourceDates(Draft draft) {
    this.draft = draft;
  }

  void check(LocalDate standsFor) {
    int unfit = draft.count(new Template(SOURCES + UNFIT).with("day", standsFor).sql());
    if (unfit > 0) {
      draft.delivered().forEach(table -> check(table, standsFor));
    }
  }

  private void check(TableSql table, LocalDate standsFor) {
    draft.each(
        table.template(ROWS + UNFIT + " order by l.line").with("day", standsFor).sql(),
        row -> {
          FindingPlace place =
              new FindingPlace(draft.file(table), row.getLong("line"), 0, "source");
          String key = row.getString("key");
          String source = row.getString("source");
          String day = row.getString("day");
          if (day == null) {
            draft.find(ComparisonRule.SOURCE_UNDATED, place, key, source);
          } else {
            draft.find(ComparisonRule.SOURCE_TOO_YOUNG, place, key, source, day, standsFor);
          }
        });
  }
}
