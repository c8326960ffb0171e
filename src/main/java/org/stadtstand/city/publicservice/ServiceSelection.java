package org.stadtstand.city.publicservice;

import static org.stadtstand.record.declaration.Column.reference;
import static org.stadtstand.record.declaration.Column.text;

import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Text;
import org.stadtstand.ground.text.Translation;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.PublishedFact;

/** A named list of services whose members can change. */
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
    implements PublishedFact {

  static final RecordType TABLE =
      RecordType.fullList(
              41,
              "service_selection",
              text("name_de").must().sortable().called("Name", "name"),
              text("name_en").called("Name (englisch)", "name (English)"),
              text("description_de").called("Beschreibung", "description"),
              text("description_en").called("Beschreibung (englisch)", "description (English)"),
              reference("target", "target").called("Ziel", "target"),
              Column.translation())
          .called("Auswahl von Dienstleistungen", "selection of services")
          .build();

  static final ListedType<ServiceSelection> TYPE =
      ListedType.of(TABLE, ServiceSelection.class).build();
}
