package org.stadtstand.city.strategy;

import java.util.List;
import org.springframework.stereotype.Component;
import org.stadtstand.city.evidence.Claim;
import org.stadtstand.city.evidence.Nature;
import org.stadtstand.record.declaration.DerivedFields;
import org.stadtstand.record.declaration.DerivedTable;
import org.stadtstand.record.declaration.Doubt;
import org.stadtstand.record.declaration.ExplainingEvent;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.Room;
import org.stadtstand.record.declaration.RowRule;
import org.stadtstand.record.declaration.SourceRule;
import org.stadtstand.record.declaration.ValueSeries;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.ListedTypes.ListingRoom;
import org.stadtstand.record.listing.Relation;

/**
 * The tables of focus areas, guidelines and targets, and of everything that happened to targets.
 */
@Component
class StrategyRoom implements Room, ListingRoom {

  @Override
  public List<RecordType> recordTypes() {
    return List.of(
        FocusArea.TABLE,
        Guideline.TABLE,
        Target.TABLE,
        Observation.TABLE,
        TargetRevision.TABLE,
        TargetStep.TABLE);
  }

  @Override
  public List<ListedType<?>> listedTypes() {
    return List.of(
        FocusArea.TYPE,
        Guideline.TYPE,
        Target.TYPE,
        Observation.TYPE,
        TargetRevision.TYPE,
        TargetStep.TYPE);
  }

  @Override
  public List<Relation<?>> relations() {
    return List.of(
        Relation.of("FocusArea", "targets", Target.TYPE, "{t}.focus_area = {p}"),
        Relation.of("Target", "observations", Observation.TYPE, "{t}.target = {p}"),
        Relation.of("Target", "revisions", TargetRevision.TYPE, "{t}.target = {p}"),
        Relation.of("Target", "path", TargetStep.TYPE, "{t}.target = {p}").whole(),
        Relation.of("Target", "claims", Claim.TYPE, "{t}.subject = {p}"),
        Relation.of("Target", "contradictingClaims", Claim.TYPE, Contradiction.CLAIM_OF_TARGET),
        Relation.of("Claim", "contradictedBy", Observation.TYPE, Contradiction.OBSERVATION_OF_CLAIM)
            .whole());
  }

  @Override
  public List<DerivedFields> derivedFields() {
    return TargetStateColumns.SOURCES;
  }

  @Override
  public List<DerivedTable> derivedTables() {
    return List.of(
        RefreshTargetLatest.RULE.derivedTable(), RefreshTargetOutcome.RULE.derivedTable());
  }

  @Override
  public List<RowRule> rowRules() {
    return StrategyRules.ALL;
  }

  @Override
  public List<Doubt> doubts() {
    return StrategyRules.DOUBTS;
  }

  @Override
  public List<ValueSeries> series() {
    return List.of(
        new ValueSeries(
            "observation", "value", "unit", "target", List.of("baseline_value", "target_value")));
  }

  @Override
  public List<SourceRule> sourceRules() {
    return List.of(Nature.ofSource("observation"), Nature.ofReporter("observation"));
  }

  @Override
  public List<ExplainingEvent> explanations() {
    return List.of(
        new ExplainingEvent(
            "target_revision",
            "target",
            "wording",
            "new_wording",
            "old_wording",
            "kind",
            "REWORDED"),
        new ExplainingEvent(
            "target_revision",
            "target",
            "target_value",
            "new_value",
            "old_value",
            "kind",
            "VALUE_CHANGED"),
        new ExplainingEvent(
            "target_revision",
            "target",
            "due_on",
            "new_due_on",
            "old_due_on",
            "kind",
            "DUE_MOVED"));
  }
}
