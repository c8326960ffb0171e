package org.stadtstand.city.publicservice;

import static org.stadtstand.record.declaration.Column.bool;
import static org.stadtstand.record.declaration.Column.choice;
import static org.stadtstand.record.declaration.Column.date;
import static org.stadtstand.record.declaration.Column.integer;
import static org.stadtstand.record.declaration.Column.partialDate;
import static org.stadtstand.record.declaration.Column.reference;
import static org.stadtstand.record.declaration.Column.text;
import static org.stadtstand.record.declaration.Column.translation;

import java.util.List;
import org.springframework.stereotype.Component;
import org.stadtstand.city.evidence.Qualifier;
import org.stadtstand.city.strategy.Nature;
import org.stadtstand.record.declaration.ChangeKind;
import org.stadtstand.record.declaration.DerivedTable;
import org.stadtstand.record.declaration.Explanation;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.Room;
import org.stadtstand.record.declaration.RowRule;

/** The tables of public services, the lists they stand in, their assessments and their use. */
@Component
class PublicServiceRoom implements Room {

  static final RecordType PUBLIC_SERVICE =
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
                  .matching("https?://\\S+")
                  .called("Adresse des Angebots", "address of the service"),
              translation())
          .called("Dienstleistung", "service");

  static final RecordType SERVICE_SELECTION =
      RecordType.fullList(
              41,
              "service_selection",
              text("name_de").must().sortable().called("Name", "name"),
              text("name_en").called("Name (englisch)", "name (English)"),
              text("description_de").called("Beschreibung", "description"),
              text("description_en").called("Beschreibung (englisch)", "description (English)"),
              reference("target", "target").called("Ziel", "target"),
              translation())
          .called("Auswahl von Dienstleistungen", "selection of services");

  static final RecordType SELECTION_MEMBER =
      RecordType.fullList(
              42,
              "selection_member",
              reference("selection", "service_selection")
                  .must()
                  .owning()
                  .called("Auswahl", "selection"),
              reference("service", "public_service")
                  .must()
                  .owning()
                  .called("Dienstleistung", "service"),
              date("from_on").called("von", "from"),
              date("to_on").called("bis", "to"))
          .keyedBy("selection", "service")
          .called("Eintrag einer Auswahl", "entry of a selection")
          .tells(
              ChangeKind.CREATED,
              "Teil der Auswahl „{selection}“",
              "part of the selection “{selection}”");

  static final RecordType SERVICE_ASSESSMENT =
      RecordType.event(
              43,
              "service_assessment",
              "service",
              "effective_on",
              reference("service", "public_service")
                  .must()
                  .owning()
                  .called("Dienstleistung", "service"),
              partialDate("effective_on").must().called("gilt ab", "effective on"),
              text("assessor").must().called("bewertet von", "assessor"),
              choice("online_application", Answer.class)
                  .must()
                  .called("Online-Antrag", "online application"),
              choice("end_to_end", Answer.class)
                  .must()
                  .called("medienbruchfrei", "end-to-end digital"),
              choice("maturity_model", MaturityModel.class)
                  .called("Reifegradmodell", "maturity model"),
              integer("maturity_level").called("Reifegrad", "maturity level"),
              choice("nature", Nature.class).must().called("Art der Angabe", "nature"))
          .called("Bewertung", "assessment")
          .tells(
              ChangeKind.STATUS_CHANGED,
              "Online-Antrag: {online_application}; medienbruchfrei: {end_to_end};"
                  + " {assessor}, {effective_on}",
              "online application: {online_application}; end-to-end digital:"
                  + " {end_to_end}; {assessor}, {effective_on}");

  static final RecordType SERVICE_USAGE =
      RecordType.event(
              44,
              "service_usage",
              "service",
              "to_on",
              reference("service", "public_service")
                  .must()
                  .owning()
                  .called("Dienstleistung", "service"),
              date("from_on").must().called("von", "from"),
              date("to_on").must().called("bis", "to"),
              choice("channel", Channel.class).must().called("Zugangsweg", "channel"),
              integer("count").must().called("Anzahl", "count"),
              choice("qualifier", Qualifier.class)
                  .orElse("EXACT")
                  .called("Genauigkeit", "qualifier"),
              text("definition").must().called("Definition", "definition"),
              bool("comparable_with_previous")
                  .called("mit Vorperiode vergleichbar", "comparable with the period before"),
              choice("nature", Nature.class).must().called("Art der Angabe", "nature"))
          .called("Nutzung", "usage")
          .tells(
              ChangeKind.VALUE_REPORTED,
              "{count} Nutzungen ({channel}) von {from_on} bis {to_on}",
              "{count} uses ({channel}) from {from_on} to {to_on}");

  @Override
  public List<RecordType> recordTypes() {
    return List.of(
        PUBLIC_SERVICE, SERVICE_SELECTION, SELECTION_MEMBER, SERVICE_ASSESSMENT, SERVICE_USAGE);
  }

  @Override
  public List<DerivedTable> derivedTables() {
    return List.of(RefreshAssessment.RULE.derivedTable());
  }

  @Override
  public List<RowRule> rowRules() {
    return PublicServiceRules.ALL;
  }

  @Override
  public List<Explanation> explanations() {
    return List.of(
        new Explanation(
            "responsibility_change",
            "public_service",
            "responsible_unit",
            "unit",
            null,
            null,
            null));
  }
}
