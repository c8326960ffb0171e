package org.stadtstand.strategy;

import static org.stadtstand.record.Column.choice;
import static org.stadtstand.record.Column.date;
import static org.stadtstand.record.Column.decimal;
import static org.stadtstand.record.Column.integer;
import static org.stadtstand.record.Column.partialDate;
import static org.stadtstand.record.Column.reference;
import static org.stadtstand.record.Column.text;
import static org.stadtstand.record.Column.translation;

import java.util.List;
import org.springframework.stereotype.Component;
import org.stadtstand.evidence.Qualifier;
import org.stadtstand.record.DerivedTable;
import org.stadtstand.record.Explanation;
import org.stadtstand.record.RecordType;
import org.stadtstand.record.Room;
import org.stadtstand.record.RowRule;

/**
 * The tables of the strategy's focus areas, guidelines and targets, and of what befell the targets.
 */
@Component
class StrategyRoom implements Room {

  static final RecordType FOCUS_AREA = pillar(30, "focus_area");
  static final RecordType GUIDELINE = pillar(31, "guideline");

  static final RecordType TARGET =
      RecordType.fullList(
          32,
          "target",
          reference("focus_area", "focus_area").must(),
          text("wording").must().sortable(),
          text("wording_en"),
          choice("kind", TargetKind.class).must(),
          text("unit"),
          decimal("baseline_value"),
          partialDate("baseline_on"),
          decimal("target_value"),
          choice("direction", Direction.class),
          partialDate("due_on"),
          text("population"),
          text("measures"),
          translation());

  static final RecordType OBSERVATION =
      RecordType.event(
          33,
          "observation",
          "target",
          "observed_on",
          reference("target", "target").must().owning(),
          decimal("value"),
          choice("qualifier", Qualifier.class).orElse("EXACT"),
          text("unit"),
          choice("nature", Nature.class).must(),
          partialDate("observed_on").must(),
          date("reported_on"),
          text("reporter"),
          text("definition"));

  static final RecordType TARGET_REVISION =
      RecordType.event(
          34,
          "target_revision",
          "target",
          "effective_on",
          reference("target", "target").must().owning(),
          choice("kind", RevisionKind.class).must(),
          partialDate("effective_on").must(),
          text("old_wording"),
          text("new_wording"),
          decimal("old_value"),
          decimal("new_value"),
          partialDate("old_due_on"),
          partialDate("new_due_on"),
          reference("superseded_by", "target"),
          text("reason"));

  private static RecordType pillar(int number, String table) {
    return RecordType.fullList(
        number,
        table,
        text("name_de").must().sortable(),
        text("name_en"),
        text("description_de"),
        text("description_en"),
        integer("position").must(),
        translation());
  }

  @Override
  public List<RecordType> recordTypes() {
    return List.of(FOCUS_AREA, GUIDELINE, TARGET, OBSERVATION, TARGET_REVISION);
  }

  @Override
  public List<DerivedTable> derivedTables() {
    return List.of(
        RefreshTargetLatest.RULE.derivedTable(), RefreshTargetOutcome.RULE.derivedTable());
  }

  @Override
  public List<RowRule> rowRules() {
    return StrategyRules.ALL;
  }

  @Override
  public List<Explanation> explanations() {
    return List.of(
        new Explanation(
            "target_revision",
            "target",
            "wording",
            "new_wording",
            "old_wording",
            "kind",
            "REWORDED"),
        new Explanation(
            "target_revision",
            "target",
            "target_value",
            "new_value",
            "old_value",
            "kind",
            "VALUE_CHANGED"),
        new Explanation(
            "target_revision",
            "target",
            "due_on",
            "new_due_on",
            "old_due_on",
            "kind",
            "DUE_MOVED"));
  }
}
