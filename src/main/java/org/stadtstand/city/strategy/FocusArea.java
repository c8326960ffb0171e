package org.stadtstand.city.strategy;

import static org.stadtstand.record.declaration.Column.integer;
import static org.stadtstand.record.declaration.Column.text;

import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Text;
import org.stadtstand.ground.text.Translation;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.PublishedFact;

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
    implements PublishedFact {

  static final RecordType TABLE =
      RecordType.fullList(
              30,
              "focus_area",
              text("name_de").must().sortable().called("Name", "name"),
              text("name_en").called("Name (englisch)", "name (English)"),
              text("description_de").called("Beschreibung", "description"),
              text("description_en").called("Beschreibung (englisch)", "description (English)"),
              integer("position").must().called("Position", "position"),
              Column.translation())
          .called("Schwerpunkt", "focus area")
          .build();

  static final ListedType<FocusArea> TYPE =
      ListedType.of(TABLE, FocusArea.class).defaultOrder("POSITION").build();
}
