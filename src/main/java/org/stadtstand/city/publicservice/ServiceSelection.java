package org.stadtstand.city.publicservice;

import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.ground.text.Text;
import org.stadtstand.ground.text.Translation;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Sourced;

/** A named list of services, whose members can change. */
record ServiceSelection(
    int record,
    String key,
    Pin pin,
    int sourceRecord,
    Text name,
    @Nullable Text description,
    @Nullable Translation translation,
    @Nullable Integer targetRecord,
    @Nullable String note)
    implements Sourced {

  static ServiceSelection read(Row row, Pin pin) {
    return new ServiceSelection(
        row.record(),
        row.key(),
        pin,
        row.integer("source"),
        row.translated("name"),
        row.translatedOrNull("description"),
        row.choiceOrNull(Translation.class, "translation"),
        row.integerOrNull("target"),
        row.textOrNull("note"));
  }
}
