package org.stadtstand.municipality;

import static org.stadtstand.record.Column.bool;
import static org.stadtstand.record.Column.choice;
import static org.stadtstand.record.Column.integer;
import static org.stadtstand.record.Column.text;
import static org.stadtstand.record.Column.translation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.record.RecordType;
import org.stadtstand.record.Room;
import org.stadtstand.record.RowRule;
import org.stadtstand.record.Text;

/** The tables of a municipality's own record and of its coverage. */
@Component
class MunicipalityRoom implements Room {

  /** From publisher on, the values come from the description of the delivery, not from its file. */
  static final RecordType MUNICIPALITY =
      RecordType.fullList(
          1,
          "municipality",
          text("ags").must().matching("\\d{8}"),
          text("ars").must().matching("\\d{12}"),
          text("name_de").must().sortable(),
          text("name_en"),
          text("state"),
          text("portal_url").matching("https?://\\S+"),
          text("publisher").must(),
          choice("standing", Standing.class).must(),
          text("licence").must(),
          text("licence_url").must().matching("https?://\\S+"),
          text("attribution").must(),
          text("contact").must().matching("(mailto:|https://)\\S+"),
          translation());

  /** The key of a row is its type in lower case. */
  static final RecordType COVERAGE =
      RecordType.fullList(
              2,
              "coverage",
              choice("type", CoveredType.class).must(),
              integer("claimed"),
              bool("complete").must(),
              text("note_de"),
              text("note_en"),
              translation())
          .keyedBy("type");

  @Override
  public List<RecordType> recordTypes() {
    return List.of(MUNICIPALITY, COVERAGE);
  }

  @Override
  public List<RowRule> rowRules() {
    return List.of(
        RowRule.of("coverage", "claimed-not-negative", row -> negativeCount(row.apply("claimed"))));
  }

  private static @Nullable Text negativeCount(@Nullable String claimed) {
    return claimed == null || !claimed.startsWith("-")
        ? null
        : new Text(
            "Die behauptete Anzahl %s ist negativ.".formatted(claimed),
            "The claimed number %s is negative.".formatted(claimed));
  }
}
