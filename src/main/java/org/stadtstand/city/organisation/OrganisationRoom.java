package org.stadtstand.city.organisation;

import static org.stadtstand.record.declaration.Column.anyReference;
import static org.stadtstand.record.declaration.Column.bool;
import static org.stadtstand.record.declaration.Column.choice;
import static org.stadtstand.record.declaration.Column.partialDate;
import static org.stadtstand.record.declaration.Column.reference;
import static org.stadtstand.record.declaration.Column.text;
import static org.stadtstand.record.declaration.Column.translation;

import java.util.List;
import org.springframework.stereotype.Component;
import org.stadtstand.record.declaration.ChangeKind;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.Room;

/** The tables of organisational units, their decisions and what they became responsible for. */
@Component
class OrganisationRoom implements Room {

  static final RecordType ORG_UNIT =
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
              translation())
          .called("Organisationseinheit", "unit");

  static final RecordType DECISION =
      RecordType.append(
              21,
              "decision",
              reference("body", "org_unit").must().called("Gremium", "body"),
              partialDate("decided_on").must().called("beschlossen am", "decided on"),
              text("title").must().sortable().called("Titel", "title"),
              choice("result", DecisionResult.class).must().called("Ergebnis", "result"),
              text("vote_summary").called("Abstimmung", "vote"),
              text("paper_reference").called("Vorlage", "paper"),
              text("paper_url")
                  .matching("https?://\\S+")
                  .called("Adresse der Vorlage", "address of the paper"),
              anyReference("subject").called("Gegenstand", "subject"))
          .called("Beschluss", "decision");

  static final RecordType RESPONSIBILITY_CHANGE =
      RecordType.event(
              22,
              "responsibility_change",
              "subject",
              "effective_on",
              anyReference("subject").must().owning().called("Gegenstand", "subject"),
              reference("unit", "org_unit").must().called("zuständige Stelle", "responsible unit"),
              partialDate("effective_on").must().called("gilt ab", "effective on"),
              text("reason").called("Grund", "reason"))
          .called("Zuständigkeit", "responsibility")
          .tells(
              ChangeKind.RESPONSIBILITY_MOVED,
              "zuständig ist „{unit}“ ab {effective_on}[, Grund: {reason}]",
              "“{unit}” is responsible from {effective_on}[, reason: {reason}]");

  @Override
  public List<RecordType> recordTypes() {
    return List.of(ORG_UNIT, DECISION, RESPONSIBILITY_CHANGE);
  }
}
