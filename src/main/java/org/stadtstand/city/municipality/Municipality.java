package org.stadtstand.city.municipality;

import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.ground.text.Text;
import org.stadtstand.ground.text.Translation;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Sourced;

/** A municipality, and who publishes its record on what terms. */
public record Municipality(
    int record,
    String key,
    Pin pin,
    String ags,
    String ars,
    Text name,
    @Nullable Translation translation,
    @Nullable String state,
    @Nullable String portalUrl,
    String publisher,
    Standing standing,
    String licence,
    String licenceUrl,
    String attribution,
    String contact,
    int sourceRecord,
    @Nullable String note)
    implements Sourced {

  static Municipality read(Row row, Pin pin) {
    return new Municipality(
        row.record(),
        row.key(),
        pin,
        row.text("ags"),
        row.text("ars"),
        row.translated("name"),
        row.choiceOrNull(Translation.class, "translation"),
        row.textOrNull("state"),
        row.textOrNull("portal_url"),
        row.text("publisher"),
        row.choice(Standing.class, "standing"),
        row.text("licence"),
        row.text("licence_url"),
        row.text("attribution"),
        row.text("contact"),
        row.integer("source"),
        row.textOrNull("note"));
  }
}
