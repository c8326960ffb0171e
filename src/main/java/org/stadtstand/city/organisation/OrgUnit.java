package org.stadtstand.city.organisation;

import static org.stadtstand.record.declaration.Column.bool;
import static org.stadtstand.record.declaration.Column.choice;
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

/** A body of the city, or one that works on its behalf. */
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
    implements PublishedFact {

  static final RecordType TABLE =
      RecordType.fullList(
              20,
              "org_unit",
              choice("kind", OrgUnitKind.class).must().called("Art", "kind"),
              text("name_de").must().sortable().called("Name", "name"),
              text("name_en").called("Name (englisch)", "name (English)"),
              text("number").called("Nummer", "number"),
              reference("parent", "org_unit").called("übergeordnete Einheit", "unit above"),
              bool("external")
                  .must()
                  .called("außerhalb der Verwaltung", "outside the administration"),
              Column.translation())
          .called("Organisationseinheit", "unit")
          .build();

  public static final ListedType<OrgUnit> TYPE =
      ListedType.of(TABLE, OrgUnit.class).versions().build();
}
