package org.stadtstand.city.strategy;

import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.ground.text.Text;
import org.stadtstand.ground.text.Translation;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Sourced;

/** A principle by which projects are ranked (Leitlinie). */
record Guideline(
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

  static Guideline read(Row row, Pin pin) {
    return new Guideline(
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
