package org.stadtstand.city.publicservice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.ground.text.Text;
import org.stadtstand.ground.text.Translation;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Sourced;

/**
 * Something that people or companies can get from the city, and how digital it was on the day by
 * the last assessment. A service that was never assessed has no answers, which is not the same as
 * "no".
 */
record PublicService(
    int record,
    String key,
    Pin pin,
    int sourceRecord,
    Text name,
    @Nullable Translation translation,
    @Nullable String leikaKey,
    @Nullable String leikaType,
    @Nullable Integer responsibleUnitRecord,
    @Nullable String lifeSituation,
    @Nullable String theme,
    @Nullable String portalUrl,
    @Nullable Integer currentAssessmentRecord,
    @Nullable Answer onlineApplication,
    @Nullable Answer endToEnd,
    @Nullable MaturityModel maturityModel,
    @Nullable Integer maturityLevel,
    @Nullable Integer timesDowngraded,
    @Nullable LocalDate lastDowngradedOn,
    @Nullable Integer lastDowngradeRecord,
    @Nullable Integer downgradedFromRecord,
    @Nullable String note)
    implements Sourced {

  static PublicService read(Row row, Pin pin) {
    return new PublicService(
        row.record(),
        row.key(),
        pin,
        row.integer("source"),
        row.translated("name"),
        row.choiceOrNull(Translation.class, "translation"),
        row.textOrNull("leika_key"),
        row.textOrNull("leika_type"),
        row.integerOrNull("responsible_unit"),
        row.textOrNull("life_situation"),
        row.textOrNull("theme"),
        row.textOrNull("portal_url"),
        row.integerOrNull("current_assessment"),
        row.choiceOrNull(Answer.class, "online_application"),
        row.choiceOrNull(Answer.class, "end_to_end"),
        row.choiceOrNull(MaturityModel.class, "maturity_model"),
        row.integerOrNull("maturity_level"),
        row.integerOrNull("times_downgraded"),
        row.dateOrNull("downgraded_on"),
        row.integerOrNull("downgrade"),
        row.integerOrNull("downgraded_from"),
        row.textOrNull("note"));
  }
}
