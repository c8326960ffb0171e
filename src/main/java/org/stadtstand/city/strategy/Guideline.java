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

/** A principle by which projects are prioritised (Leitlinie). */
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
    implements PublishedFact {

  static final RecordType TABLE =
      RecordType.fullList(
              31,
              "guideline",
              text("name_de").must().sortable().called("Name", "name"),
              text("name_en").called("Name (englisch)", "name (English)"),
              text("description_de").called("Beschreibung", "description"),
              text("description_en").called("Beschreibung (englisch)", "description (English)"),
              integer("position").must().called("Position", "position"),
              Column.translation())
          .called("Leitlinie", "guideline")
          .build();

  static final ListedType<Guideline> TYPE =
      ListedType.of(TABLE, Guideline.class).defaultOrder("POSITION").build();
}
