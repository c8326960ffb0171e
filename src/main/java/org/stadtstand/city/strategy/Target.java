package org.stadtstand.city.strategy;

import static org.stadtstand.record.declaration.Column.choice;
import static org.stadtstand.record.declaration.Column.decimal;
import static org.stadtstand.record.declaration.Column.partialDate;
import static org.stadtstand.record.declaration.Column.reference;
import static org.stadtstand.record.declaration.Column.text;
import static org.stadtstand.record.declaration.Formula.cell;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.ground.text.Text;
import org.stadtstand.ground.text.Translation;
import org.stadtstand.ground.unit.Unit;
import org.stadtstand.record.declaration.ChangeKind;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.JoinedRow;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.listing.Filters;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.OrderField;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.PublishedFact;

/** Something the city has promised to reach, in its own words, and what became of it. */
public record Target(
    int record,
    String key,
    Pin pin,
    int sourceRecord,
    int focusAreaRecord,
    String wording,
    @Nullable String wordingEn,
    @Nullable Translation translation,
    TargetKind kind,
    @Nullable Unit unit,
    @Nullable BigDecimal baselineValue,
    @Nullable PartialDate baselineOn,
    @Nullable BigDecimal targetValue,
    @Nullable Direction direction,
    @Nullable PartialDate dueOn,
    @Nullable String population,
    @Nullable String measures,
    TargetState state,
    @Nullable String note)
    implements PublishedFact {

  static final RecordType TABLE =
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
              Column.unit().tells(ChangeKind.TARGET_REVISED),
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
              Column.translation())
          .called("Ziel", "target")
          .figured()
          .build();

  public static final ListedType<Target> TYPE =
      TargetStateColumns.addTo(ListedType.of(TABLE, Target.class))
          .component("state", TargetState::read)
          .join("focus", new JoinedRow.Published("focus_area", cell("t", "focus_area")))
          .order("FOCUS_AREA", OrderField.integer("{focus}.position").always())
          .versions()
          .filter("population", Filters.word("{t}.population"))
          .filter("measures", Filters.word("{t}.measures"))
          .unfiltered("baseline_on")
          .unordered("BASELINE_VALUE", "BASELINE_ON")
          .build();

  @Nullable TargetOutcome outcome() {
    return state.outcome();
  }

  @Nullable Integer outcomeBasisRecord() {
    return state.basisRecord();
  }

  @Nullable Integer latestRecord() {
    return state.latestRecord();
  }

  @Nullable Quantity gap() {
    return state.gap();
  }

  @Nullable BigDecimal gapPercent() {
    return state.gapPercent();
  }

  String title(Language language) {
    return translated().in(language);
  }

  private Text translated() {
    return new Text(wording, wordingEn);
  }

  String sentence(Language language, TargetSentence.Withheld withheld) {
    return new TargetSentence(
            translated(), kind, targetValue, unit, direction, dueOn, state, withheld)
        .in(language);
  }
}
