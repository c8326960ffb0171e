package org.stadtstand.city.strategy;

import static org.stadtstand.record.declaration.Column.choice;
import static org.stadtstand.record.declaration.Column.date;
import static org.stadtstand.record.declaration.Column.decimal;
import static org.stadtstand.record.declaration.Column.integer;
import static org.stadtstand.record.declaration.Column.partialDate;
import static org.stadtstand.record.declaration.Column.reference;
import static org.stadtstand.record.declaration.Column.text;
import static org.stadtstand.record.declaration.Column.translation;

import java.util.List;
import org.springframework.stereotype.Component;
import org.stadtstand.city.evidence.Qualifier;
import org.stadtstand.record.declaration.ChangeKind;
import org.stadtstand.record.declaration.DerivedTable;
import org.stadtstand.record.declaration.Explanation;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.Room;
import org.stadtstand.record.declaration.RowRule;

/**
 * The tables of the strategy's focus areas, guidelines and targets, and of what befell the targets.
 */
@Component
class StrategyRoom implements Room {

  static final RecordType FOCUS_AREA = pillar(30, "focus_area").called("Schwerpunkt", "focus area");
  static final RecordType GUIDELINE = pillar(31, "guideline").called("Leitlinie", "guideline");

  static final RecordType TARGET =
      RecordType.fullList(
              32,
              "target",
              reference("focus_area", "focus_area").must().called("Schwerpunkt", "focus area"),
              text("wording")
                  .must()
                  .sortable()
                  .called("Wortlaut", "wording")
                  .tells(ChangeKind.TARGET_REVISED),
              text("wording_en").called("Wortlaut (englisch)", "wording (English)"),
              choice("kind", TargetKind.class)
                  .must()
                  .called("Art des Ziels", "kind of target")
                  .tells(ChangeKind.TARGET_REVISED),
              text("unit").called("Einheit", "unit").tells(ChangeKind.TARGET_REVISED),
              decimal("baseline_value").called("Ausgangswert", "baseline value"),
              partialDate("baseline_on").called("Stand des Ausgangswerts", "date of the baseline"),
              decimal("target_value")
                  .called("Zielwert", "target value")
                  .tells(ChangeKind.TARGET_REVISED),
              choice("direction", Direction.class)
                  .called("Richtung", "direction")
                  .tells(ChangeKind.TARGET_REVISED),
              partialDate("due_on").called("Frist", "due date").tells(ChangeKind.DATE_MOVED),
              text("population")
                  .called("Grundgesamtheit", "population")
                  .tells(ChangeKind.TARGET_REVISED),
              text("measures").called("Messgröße", "measure"),
              translation())
          .called("Ziel", "target");

  static final RecordType OBSERVATION =
      RecordType.event(
              33,
              "observation",
              "target",
              "observed_on",
              reference("target", "target").must().owning().called("Ziel", "target"),
              decimal("value").called("Wert", "value"),
              choice("qualifier", Qualifier.class)
                  .orElse("EXACT")
                  .called("Genauigkeit", "qualifier"),
              text("unit").called("Einheit", "unit"),
              choice("nature", Nature.class).must().called("Art der Angabe", "nature"),
              partialDate("observed_on").must().called("Stand", "observed on"),
              date("reported_on").called("gemeldet am", "reported on"),
              text("reporter").called("gemeldet von", "reported by"),
              text("definition").called("Definition", "definition"))
          .called("Beobachtung", "observation")
          .tells(
              ChangeKind.VALUE_REPORTED,
              "Wert[ {value}][ {unit}] ({nature}), Stand {observed_on}",
              "value[ {value}][ {unit}] ({nature}), as of {observed_on}");

  static final RecordType TARGET_REVISION =
      RecordType.event(
              34,
              "target_revision",
              "target",
              "effective_on",
              reference("target", "target").must().owning().called("Ziel", "target"),
              choice("kind", RevisionKind.class)
                  .must()
                  .called("Art der Änderung", "kind of change"),
              partialDate("effective_on").must().called("gilt ab", "effective on"),
              text("old_wording").called("bisheriger Wortlaut", "old wording"),
              text("new_wording").called("neuer Wortlaut", "new wording"),
              decimal("old_value").called("bisheriger Wert", "old value"),
              decimal("new_value").called("neuer Wert", "new value"),
              partialDate("old_due_on").called("bisherige Frist", "old due date"),
              partialDate("new_due_on").called("neue Frist", "new due date"),
              reference("superseded_by", "target").called("ersetzt durch", "superseded by"),
              text("reason").called("Grund", "reason"))
          .called("Zieländerung", "target revision")
          .tells(
              ChangeKind.TARGET_REVISED,
              "{kind}[, Wert bisher {old_value}][, Wert neu {new_value}]"
                  + "[, Frist bisher {old_due_on}][, Frist neu {new_due_on}]"
                  + "[, ersetzt durch „{superseded_by}“], {effective_on}[, Grund: {reason}]",
              "{kind}[, old value {old_value}][, new value {new_value}]"
                  + "[, old due date {old_due_on}][, new due date {new_due_on}]"
                  + "[, superseded by “{superseded_by}”], {effective_on}"
                  + "[, reason: {reason}]");

  private static RecordType pillar(int number, String table) {
    return RecordType.fullList(
        number,
        table,
        text("name_de").must().sortable().called("Name", "name"),
        text("name_en").called("Name (englisch)", "name (English)"),
        text("description_de").called("Beschreibung", "description"),
        text("description_en").called("Beschreibung (englisch)", "description (English)"),
        integer("position").must().called("Position", "position"),
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
