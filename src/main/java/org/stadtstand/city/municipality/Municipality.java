package org.stadtstand.city.municipality;

import static org.stadtstand.record.declaration.Column.choice;
import static org.stadtstand.record.declaration.Column.text;

import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Text;
import org.stadtstand.ground.text.Translation;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.Form;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.PublishedFact;

/** A municipality: who publishes its record, and on what terms. */
record Municipality(
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
    @Nullable Frequency accrualPeriodicity,
    int sourceRecord,
    @Nullable String note)
    implements PublishedFact {

  /** The values from publisher onwards come from the delivery's description, not from its file. */
  static final RecordType TABLE =
      RecordType.fullList(
              1,
              "municipality",
              text("ags")
                  .must()
                  .matching(Form.digits("05111000"))
                  .called("Amtlicher Gemeindeschlüssel (AGS)", "municipality key (AGS)"),
              text("ars")
                  .must()
                  .matching(Form.digits("051110000000"))
                  .called("Regionalschlüssel (ARS)", "regional key (ARS)"),
              text("name_de").must().sortable().called("Name", "name"),
              text("name_en").called("Name (englisch)", "name (English)"),
              text("state").called("Land", "state"),
              text("portal_url").matching(Form.WEB).called("Adresse im Netz", "web address"),
              text("publisher").must().called("Herausgeber", "publisher"),
              choice("standing", Standing.class)
                  .must()
                  .called("Status der Daten", "standing of the data"),
              text("licence").must().called("Lizenz", "licence"),
              text("licence_url")
                  .must()
                  .matching(Form.WEB)
                  .called("Adresse der Lizenz", "address of the licence"),
              text("attribution").must().called("Namensnennung", "attribution"),
              text("contact").must().matching(Form.CONTACT).called("Kontakt", "contact"),
              choice("accrual_periodicity", Frequency.class)
                  .called("Aktualisierung", "update frequency")
                  .free(),
              Column.translation())
          .called("Kommune", "municipality")
          .build();

  public static final ListedType<Municipality> TYPE =
      ListedType.of(TABLE, Municipality.class)
          .unfiltered(
              "portal_url",
              "publisher",
              "licence",
              "licence_url",
              "attribution",
              "contact",
              "accrual_periodicity")
          .build();
}
