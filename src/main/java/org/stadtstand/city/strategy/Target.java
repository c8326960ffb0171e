package org.stadtstand.city.strategy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.ground.text.Translation;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Sourced;

/** Something the city has promised to reach, in its own words, and what had become of it. */
record Target(
    int record,
    String key,
    Pin pin,
    int sourceRecord,
    int focusAreaRecord,
    String wording,
    @Nullable String wordingEn,
    @Nullable Translation translation,
    TargetKind kind,
    @Nullable String unit,
    @Nullable BigDecimal baselineValue,
    @Nullable PartialDate baselineOn,
    @Nullable BigDecimal targetValue,
    @Nullable Direction direction,
    @Nullable PartialDate dueOn,
    @Nullable String population,
    @Nullable String measures,
    TargetState state,
    @Nullable String note)
    implements Sourced {

  static Target read(Row row, Pin pin) {
    return new Target(
        row.record(),
        row.key(),
        pin,
        row.integer("source"),
        row.integer("focus_area"),
        row.text("wording"),
        row.textOrNull("wording_en"),
        row.choiceOrNull(Translation.class, "translation"),
        row.choice(TargetKind.class, "kind"),
        row.textOrNull("unit"),
        row.decimalOrNull("baseline_value"),
        row.partialDateOrNull("baseline_on"),
        row.decimalOrNull("target_value"),
        row.choiceOrNull(Direction.class, "direction"),
        row.partialDateOrNull("due_on"),
        row.textOrNull("population"),
        row.textOrNull("measures"),
        TargetState.read(row),
        row.textOrNull("note"));
  }

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

  String sentence(Language language) {
    return new TargetSentence(kind, targetValue, unit, direction, dueOn, state).in(language);
  }
}
