package org.stadtstand.organisation;

import org.jspecify.annotations.Nullable;
import org.stadtstand.history.Pin;
import org.stadtstand.history.Sourced;
import org.stadtstand.listing.Row;
import org.stadtstand.record.Text;
import org.stadtstand.record.Translation;

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
