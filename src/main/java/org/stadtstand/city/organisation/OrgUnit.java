package org.stadtstand.city.organisation;

import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.ground.text.Text;
import org.stadtstand.ground.text.Translation;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Sourced;

/** A body of the city, or one that works for it. */
public record OrgUnit(
    int record,
    String key,
    Pin pin,
    OrgUnitKind kind,
    Text name,
    @Nullable Translation translation,
    @Nullable String number,
    @Nullable Integer parentRecord,
    boolean external,
    int sourceRecord,
    @Nullable String note)
    implements Sourced {

  static OrgUnit read(Row row, Pin pin) {
    return new OrgUnit(
        row.record(),
        row.key(),
        pin,
        row.choice(OrgUnitKind.class, "kind"),
        row.translated("name"),
        row.choiceOrNull(Translation.class, "translation"),
        row.textOrNull("number"),
        row.integerOrNull("parent"),
        row.bool("external"),
        row.integer("source"),
        row.textOrNull("note"));
  }
}
