package org.stadtstand.city.publicservice;

import org.jspecify.annotations.Nullable;
import org.stadtstand.city.strategy.Nature;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Sourced;

/** A body's judgement on how digital a service is; a judgement, not a measurement. */
record ServiceAssessment(
    int record,
    String key,
    Pin pin,
    int sourceRecord,
    int serviceRecord,
    PartialDate effectiveOn,
    String assessor,
    Answer onlineApplication,
    Answer endToEnd,
    @Nullable MaturityModel maturityModel,
    @Nullable Integer maturityLevel,
    Nature nature,
    int ordinal,
    @Nullable String note)
    implements Sourced {

  static ServiceAssessment read(Row row, Pin pin) {
    return new ServiceAssessment(
        row.record(),
        row.key(),
        pin,
        row.integer("source"),
        row.integer("service"),
        row.partialDate("effective_on"),
        row.text("assessor"),
        row.choice(Answer.class, "online_application"),
        row.choice(Answer.class, "end_to_end"),
        row.choiceOrNull(MaturityModel.class, "maturity_model"),
        row.integerOrNull("maturity_level"),
        row.choice(Nature.class, "nature"),
        row.integer("ordinal"),
        row.textOrNull("note"));
  }
}
