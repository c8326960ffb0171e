package org.stadtstand.deliver.checks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stadtstand.deliver.finding.FindingLevel;
import org.stadtstand.deliver.finding.FindingPlace;
import org.stadtstand.deliver.finding.Rule;
import org.stadtstand.deliver.finding.Stage;
import org.stadtstand.record.declaration.Doubt;

/**
 * Names the doubtful ones among the rows that a delivery begins. Few are, so the lines they come
 * from are looked up afterwards.
 */
final class DoubtCheck {

  private static final String LINES =
      """
      select record, line, key from listed
      where record = any(:records) and not bad and (was is null or changed)
      """;

  private final Draft draft;
  private final DoubtSql doubts;

  DoubtCheck(Draft draft, DoubtSql doubts) {
    this.draft = draft;
    this.doubts = doubts;
  }

  /** A doubtful row, and what is told of it. */
  private record Hit(int doubt, TableSql table, String[] told) {}

  /** The same with its line, and its key. */
  private record Found(Hit hit, long line, String key) {

    static final Comparator<Found> ORDER =
        Comparator.comparingInt((Found found) -> found.hit.doubt)
            .thenComparing(found -> found.hit.table.type().number())
            .thenComparing(Found::line);
  }

  void check(Set<TableSql> touched) {
    Map<Integer, List<Hit>> hits = new HashMap<>();
    for (TableSql table : draft.delivered()) {
      if (touched.contains(table)) {
        doubts
            .of(table.type())
            .ifPresent(
                sql ->
                    draft.each(
                        sql,
                        row ->
                            hits.computeIfAbsent(row.getInt("record"), record -> new ArrayList<>())
                                .add(hit(table, row))));
      }
    }
    if (!hits.isEmpty()) {
      found(hits).stream().sorted(Found.ORDER).forEach(this::report);
    }
  }

  private static Hit hit(TableSql table, ResultSet row) throws SQLException {
    return new Hit(row.getInt("doubt"), table, (String[]) row.getArray("told").getArray());
  }

  /** Without a row that came back with what it belongs to: that was not delivered. */
  private List<Found> found(Map<Integer, List<Hit>> hits) {
    List<Found> found = new ArrayList<>();
    draft
        .sql(LINES)
        .param("records", hits.keySet().toArray(Integer[]::new))
        .query(
            row -> {
              long line = row.getLong("line");
              String key = row.getString("key");
              hits.getOrDefault(row.getInt("record"), List.of())
                  .forEach(hit -> found.add(new Found(hit, line, key)));
            });
    return found;
  }

  private void report(Found found) {
    Hit hit = found.hit;
    if (hit.doubt == DoubtSql.TEXT) {
      FindingPlace place = draft.place(hit.table, found.line, hit.told[0]);
      draft.findings().add(DoubtfulText.valueOf(hit.told[1]), place, found.key, hit.told[2]);
      return;
    }
    Doubt doubt = doubts.all().get(hit.doubt);
    List<Object> told = new ArrayList<>();
    told.add(found.key);
    Collections.addAll(told, hit.told);
    draft
        .findings()
        .add(
            new Declared(doubt),
            draft.place(hit.table, found.line, doubt.column()),
            told.toArray());
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
