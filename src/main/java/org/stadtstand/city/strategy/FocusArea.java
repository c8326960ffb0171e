package org.stadtstand.city.strategy;

import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.ground.text.Text;
import org.stadtstand.ground.text.Translation;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Sourced;

/** A pillar of the strategy (Schwerpunkt). */
record FocusArea(
    int record,
    String key,
    Pin pin,
    int sourceRecord,
    Text name,
    @Nullable Text description,
    @Nullable Translation translation,
    int position,
    @Nullable String note)
    implements Sourced {

  static FocusArea read(Row row, Pin pin) {
    return new FocusArea(
        row.record(),
        row.key(),
        pin,
        row.integer("source"),
        row.translated("name"),
        row.translatedOrNull("description"),
        row.choiceOrNull(Translation.class, "translation"),
        row.integer("position"),
        row.textOrNull("note"));
  }
}
