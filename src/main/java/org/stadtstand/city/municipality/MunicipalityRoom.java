package org.stadtstand.city.municipality;

import static org.stadtstand.record.declaration.Column.bool;
import static org.stadtstand.record.declaration.Column.choice;
import static org.stadtstand.record.declaration.Column.integer;
import static org.stadtstand.record.declaration.Column.text;
import static org.stadtstand.record.declaration.Column.translation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.Room;
import org.stadtstand.record.declaration.RowRule;

/** The tables of a municipality's own record and of its coverage. */
@Component
class MunicipalityRoom implements Room {

  /** From publisher on, the values come from the description of the delivery, not from its file. */
  static final RecordType MUNICIPALITY =
      RecordType.fullList(
              1,
              "municipality",
              text("ags")
                  .must()
                  .matching("\\d{8}")
                  .called("Amtlicher Gemeindeschlüssel (AGS)", "municipality key (AGS)"),
              text("ars")
                  .must()
                  .matching("\\d{12}")
                  .called("Regionalschlüssel (ARS)", "regional key (ARS)"),
              text("name_de").must().sortable().called("Name", "name"),
              text("name_en").called("Name (englisch)", "name (English)"),
              text("state").called("Land", "state"),
              text("portal_url").matching("https?://\\S+").called("Adresse im Netz", "web address"),
              text("publisher").must().called("Herausgeber", "publisher"),
              choice("standing", Standing.class)
                  .must()
                  .called("Status der Daten", "standing of the data"),
              text("licence").must().called("Lizenz", "licence"),
              text("licence_url")
                  .must()
                  .matching("https?://\\S+")
                  .called("Adresse der Lizenz", "address of the licence"),
              text("attribution").must().called("Namensnennung", "attribution"),
              text("contact")
                  .must()
                  .matching("(mailto:|https://)\\S+")
                  .called("Kontakt", "contact"),
              translation())
          .called("Kommune", "municipality");

  /** The key of a row is its type in lower case. */
  static final RecordType COVERAGE =
      RecordType.fullList(
              2,
              "coverage",
              choice("type", CoveredType.class).must().called("Art", "type").free(),
              integer("claimed").called("behauptete Anzahl", "number claimed").free(),
              bool("complete").must().called("vollständig", "complete").free(),
              text("note_de").called("Hinweis", "remark"),
              text("note_en").called("Hinweis (englisch)", "remark (English)"),
              translation())
          .keyedBy("type")
          .called("Erfassungsstand", "coverage");

  @Override
  public List<RecordType> recordTypes() {
    return List.of(MUNICIPALITY, COVERAGE);
  }

  @Override
  public List<RowRule> rowRules() {
    return List.of(
        RowRule.of("coverage", "claimed-not-negative", row -> negativeCount(row.apply("claimed"))));
  }

  private static @Nullable Text negativeCount(@Nullable String claimed) {
    return claimed == null || !claimed.startsWith("-")
        ? null
        : new Text(
            "Die behauptete Anzahl %s ist negativ.".formatted(claimed),
            "The claimed number %s is negative.".formatted(claimed));
  }
}
