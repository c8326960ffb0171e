package org.stadtstand.city.municipality;

import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.ground.text.Text;
import org.stadtstand.ground.text.Translation;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Sourced;

/**
 * How many records of a type are listed, how many the city says there are, and whether that is all.
 */
record Coverage(
    int record,
    String key,
    Pin pin,
    CoveredType type,
    int listed,
    @Nullable Integer claimed,
    boolean complete,
    @Nullable Text note,
    @Nullable Translation translation,
    int sourceRecord)
    implements Sourced {

  static Coverage read(Row row, Pin pin) {
    return new Coverage(
        row.record(),
        row.key(),
        pin,
        row.choice(CoveredType.class, "type"),
        row.integer("listed"),
        row.integerOrNull("claimed"),
        row.bool("complete"),
        row.translatedOrNull("note"),
        row.choiceOrNull(Translation.class, "translation"),
        row.integer("source"));
  }
}
