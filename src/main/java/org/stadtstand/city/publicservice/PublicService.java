package org.stadtstand.city.publicservice;

import static org.stadtstand.record.declaration.Column.reference;
import static org.stadtstand.record.declaration.Column.text;
import static org.stadtstand.record.declaration.Formula.cell;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.ground.text.Text;
import org.stadtstand.ground.text.Translation;
import org.stadtstand.record.declaration.ChangeKind;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.Form;
import org.stadtstand.record.declaration.Formula;
import org.stadtstand.record.declaration.JoinedRow;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.listing.Filters;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.OrderField;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.PublishedFact;

/**
 * Something people or companies can get from the city, and how digital it was on the given day
 * according to the last assessment. A service that was never assessed has no answers, which is not
 * the same as "no".
 */
public record PublicService(
    int record,
    String key,
    Pin pin,
    int sourceRecord,
    Text name,
    @Nullable Translation translation,
    @Nullable String leikaKey,
    @Nullable String leikaType,
    @Nullable Integer responsibleUnitRecord,
    @Nullable String lifeSituation,
    @Nullable String theme,
    @Nullable String portalUrl,
    @Nullable Integer currentAssessmentRecord,
    @Nullable AssessedAnswer onlineApplication,
    @Nullable AssessedAnswer endToEnd,
    @Nullable MaturityModel maturityModel,
    @Nullable Integer maturityLevel,
    @Nullable Integer timesDowngraded,
    @Nullable PartialDate lastDowngradedOn,
    @Nullable Integer lastDowngradeRecord,
    @Nullable Integer downgradedFromRecord,
    @Nullable Integer usageYear,
    @Nullable Integer usageTotal,
    @Nullable Integer usageOnline,
    @Nullable BigDecimal onlineShare,
    @Nullable String note)
    implements PublishedFact {

  static final RecordType TABLE =
      RecordType.fullList(
              40,
              "public_service",
              text("name_de").must().sortable().called("Name", "name"),
              text("name_en").called("Name (englisch)", "name (English)"),
              text("leika_type").called("LeiKa-Typ", "LeiKa type"),
              reference("responsible_unit", "org_unit")
                  .called("zuständige Stelle", "responsible unit")
                  .tells(ChangeKind.RESPONSIBILITY_MOVED),
              text("life_situation").called("Lebenslage", "life situation"),
              text("theme").called("Themenfeld", "theme"),
              text("portal_url")
                  .matching(Form.WEB)
                  .called("Adresse des Angebots", "address of the service"),
              Column.translation())
          .called("Dienstleistung", "service")
          .figured()
          .build();

  static final Formula.SmallestValid LEIKA_KEY =
      new Formula.SmallestValid("identifier", "value", "scheme", "LEIKA");

  public static final ListedType<PublicService> TYPE =
      ServiceTakeUp.addTo(ListedType.of(TABLE, PublicService.class))
          .join("responsible", new JoinedRow.Published("org_unit", cell("t", "responsible_unit")))
          .order("RESPONSIBLE_UNIT", OrderField.name("responsible"))
          .versions()
          .filter("leikaType", Filters.word("{t}.leika_type"))
          .filter("lifeSituation", Filters.word("{t}.life_situation"))
          .filter("theme", Filters.word("{t}.theme"))
          .join("assessed", new JoinedRow.Period("service_assessment_period", "service"))
          .column("leika_key", LEIKA_KEY)
          .column("current_assessment", "{assessed}.event")
          .choice(
              "online_application", cell("assessed", "online_application"), AssessedAnswer.class)
          .choice("end_to_end", cell("assessed", "end_to_end"), AssessedAnswer.class)
          .column("maturity_model", "{assessed}.maturity_model")
          .column("maturity_level", "{assessed}.maturity_level")
          .integer("times_downgraded", cell("assessed", "times_downgraded"))
          .date(
              "last_downgraded_on",
              cell("assessed", "downgraded_on_earliest"),
              cell("assessed", "downgraded_on"))
          .column("last_downgrade", "{assessed}.downgrade")
          .column("downgraded_from", "{assessed}.downgraded_from")
          .filter("leikaKey", Filters.text(LEIKA_KEY.sql()))
          .filter("maturityModel", Filters.choice("{assessed}.maturity_model", MaturityModel.class))
          .filter(
              "maturityLevel",
              Filters.integer("{assessed}.maturity_level")
                  .on("{assessed}.maturity_model")
                  .of(MaturityModel.class))
          .unfiltered("portal_url")
          .build();

  @Nullable Integer onlineApplicationEventRecord() {
    return currentAssessmentRecord;
  }

  @Nullable Integer endToEndEventRecord() {
    return currentAssessmentRecord;
  }
}
