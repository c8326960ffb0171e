package org.stadtstand.city.organisation;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.schema.GraphQlRoom;
import org.stadtstand.graph.schema.Wiring;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.listing.AnyKeyFilter;
import org.stadtstand.record.listing.Filters;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.OrderField;
import org.stadtstand.record.listing.Relation;

/** The fields of organisational units, their decisions and what they became responsible for. */
@Component
@Order(3)
public class OrganisationFields implements GraphQlRoom {

  public static final ListedType<OrgUnit> ORG_UNIT =
      ListedType.of(OrganisationRoom.ORG_UNIT, OrgUnit.class, OrgUnit::read)
          .filter("kind", Filters.choice("{t}.kind"))
          .filter("name", Filters.sortedText("{t}.name_de", "{t}.name_de_sort"))
          .filter("number", Filters.text("{t}.number"))
          .filter("parent", Filters.key("{t}.parent", OrganisationRoom.ORG_UNIT.number()))
          .filter("external", Filters.bool("{t}.external"))
          .order("NAME", OrderField.text("{t}.name_de_sort"));

  public static final ListedType<Decision> DECISION =
      ListedType.of(OrganisationRoom.DECISION, Decision.class, Decision::read)
          .join("subject", "left join record {subject} on {subject}.id = {t}.subject")
          .column("subject_type", "{subject}.type")
          .filter("body", Filters.key("{t}.body", OrganisationRoom.ORG_UNIT.number()))
          .filter("decidedOn", Filters.partialDate("{t}.decided_on_from", "{t}.decided_on_to"))
          .filter("title", Filters.sortedText("{t}.title", "{t}.title_sort"))
          .filter("result", Filters.choice("{t}.result"))
          .filter("paperReference", Filters.text("{t}.paper_reference"))
          .order("DECIDED_ON", OrderField.date("{t}.decided_on_to"))
          .order("TITLE", OrderField.text("{t}.title_sort"))
          .defaultOrder("DECIDED_ON");

  public static final ListedType<ResponsibilityChange> RESPONSIBILITY_CHANGE =
      ListedType.of(
              OrganisationRoom.RESPONSIBILITY_CHANGE,
              ResponsibilityChange.class,
              ResponsibilityChange::read)
          .join("subject", "left join record {subject} on {subject}.id = {t}.subject")
          .column("subject_type", "{subject}.type")
          .filter("unit", Filters.key("{t}.unit", OrganisationRoom.ORG_UNIT.number()))
          .filter(
              "effectiveOn", Filters.partialDate("{t}.effective_on_from", "{t}.effective_on_to"))
          .filter("reason", Filters.text("{t}.reason"))
          .order(
              "EFFECTIVE_ON",
              OrderField.date("{t}.effective_on_to"),
              OrderField.integer("{t}.ordinal"))
          .defaultOrder("EFFECTIVE_ON");

  private final RecordTypes types;

  OrganisationFields(RecordTypes types) {
    this.types = types;
  }

  @Override
  public void wire(Wiring wiring) {
    wiring.type(ORG_UNIT);
    wiring.type(DECISION);
    wiring.type(RESPONSIBILITY_CHANGE);
    wiring.lookup("orgUnit", ORG_UNIT);
    wiring.root("orgUnits", ORG_UNIT);
    wiring.root("decisions", DECISION);
    wiring.reference("OrgUnit", "parent", ORG_UNIT, OrgUnit::parentRecord);
    wiring.connection(Relation.of("OrgUnit", "children", ORG_UNIT, "{t}.parent = {p}"));
    wiring.connection(Relation.of("OrgUnit", "decisions", DECISION, "{t}.body = {p}"));
    wireDecision(wiring);
    wireResponsibilityChange(wiring);
  }

  private void wireDecision(Wiring wiring) {
    DECISION.filter("subject", AnyKeyFilter.of("{t}.subject", types));
    wiring.reference("Decision", "body", ORG_UNIT, Decision::bodyRecord);
    wiring.anyReference("Decision", "subject", Decision::subjectRecord, Decision::subjectType);
  }

  private void wireResponsibilityChange(Wiring wiring) {
    String type = "ResponsibilityChange";
    RESPONSIBILITY_CHANGE.filter("subject", AnyKeyFilter.of("{t}.subject", types));
    wiring.reference(type, "unit", ORG_UNIT, ResponsibilityChange::unitRecord);
    wiring.anyReference(
        type, "subject", ResponsibilityChange::subjectRecord, ResponsibilityChange::subjectType);
  }
}
