package org.stadtstand.strategy;

import org.jspecify.annotations.Nullable;
import org.stadtstand.history.Pin;
import org.stadtstand.history.Sourced;
import org.stadtstand.listing.Row;
import org.stadtstand.record.Text;
import org.stadtstand.record.Translation;

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
