package org.stadtstand.city.publicservice;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.stadtstand.city.evidence.Claim;
import org.stadtstand.city.evidence.Identifier;
import org.stadtstand.city.evidence.Nature;
import org.stadtstand.city.organisation.ResponsibilityChange;
import org.stadtstand.city.organisation.Responsible;
import org.stadtstand.record.declaration.DerivedFields;
import org.stadtstand.record.declaration.DerivedTable;
import org.stadtstand.record.declaration.Doubt;
import org.stadtstand.record.declaration.ExplainingEvent;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.Room;
import org.stadtstand.record.declaration.RowRule;
import org.stadtstand.record.declaration.SourceRule;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.ListedTypes.ListingRoom;
import org.stadtstand.record.listing.Relation;

/** The tables of public services, the lists they appear on, their assessments and their usage. */
@Component
class PublicServiceRoom implements Room, ListingRoom {

  @Override
  public List<RecordType> recordTypes() {
    return List.of(
        PublicService.TABLE,
        ServiceSelection.TABLE,
        SelectionMember.TABLE,
        ServiceAssessment.TABLE,
        ServiceUsage.TABLE);
  }

  @Override
  public List<ListedType<?>> listedTypes() {
    return List.of(
        PublicService.TYPE,
        ServiceSelection.TYPE,
        SelectionMember.TYPE,
        ServiceAssessment.TYPE,
        ServiceUsage.TYPE);
  }

  @Override
  public List<Relation<?>> relations() {
    return List.of(
        Relation.of("PublicService", "identifiers", Identifier.TYPE, "{t}.subject = {p}").whole(),
        Relation.of("PublicService", "claims", Claim.TYPE, "{t}.subject = {p}"),
        Relation.of(
            "PublicService",
            "responsibilityChanges",
            ResponsibilityChange.TYPE,
            "{t}.subject = {p}"),
        Relation.of("PublicService", "assessments", ServiceAssessment.TYPE, "{t}.service = {p}"),
        Relation.of("PublicService", "usage", ServiceUsage.TYPE, "{t}.service = {p}"),
        Relation.of(
            "PublicService", "selections", ServiceSelection.TYPE, onTheDay("selection", "service")),
        Relation.of(
            "OrgUnit",
            "services",
            PublicService.TYPE,
            arguments -> Responsible.link("{t}.responsible_unit", arguments)),
        Relation.of(
            "ServiceSelection", "services", PublicService.TYPE, onTheDay("service", "selection")),
        Relation.of("ServiceSelection", "members", SelectionMember.TYPE, "{t}.selection = {p}"),
        Relation.of("Target", "selections", ServiceSelection.TYPE, "{t}.target = {p}"));
  }

  /** One side of the memberships in force on the day, given the other side {p}. */
  private static String onTheDay(String child, String parent) {
    return "{t}.record in (select m.%s from selection_member m where m.%s = {p} and %s)"
        .formatted(child, parent, SelectionMember.IN_FORCE);
  }

  @Override
  public List<DerivedFields> derivedFields() {
    return Stream.concat(PublicServiceSources.ALL.stream(), ServiceTakeUp.SOURCES.stream())
        .toList();
  }

  @Override
  public List<DerivedTable> derivedTables() {
    return List.of(RefreshAssessment.RULE.derivedTable(), ServiceTakeUp.RULE.derivedTable());
  }

  @Override
  public List<RowRule> rowRules() {
    return PublicServiceRules.ALL;
  }

  @Override
  public List<SourceRule> sourceRules() {
    return List.of(Nature.ofSource("service_usage"), Nature.ofSource("service_assessment"));
  }

  @Override
  public List<Doubt> doubts() {
    return PublicServiceRules.DOUBTS;
  }

  @Override
  public List<ExplainingEvent> explanations() {
    return List.of(
        new ExplainingEvent(
            "responsibility_change",
            "public_service",
            "responsible_unit",
            "unit",
            null,
            null,
            null));
  }
}
