package org.stadtstand.publicservice;

import static org.stadtstand.record.Column.bool;
import static org.stadtstand.record.Column.choice;
import static org.stadtstand.record.Column.date;
import static org.stadtstand.record.Column.integer;
import static org.stadtstand.record.Column.partialDate;
import static org.stadtstand.record.Column.reference;
import static org.stadtstand.record.Column.text;
import static org.stadtstand.record.Column.translation;

import java.util.List;
import org.springframework.stereotype.Component;
import org.stadtstand.evidence.Qualifier;
import org.stadtstand.record.DerivedTable;
import org.stadtstand.record.Explanation;
import org.stadtstand.record.RecordType;
import org.stadtstand.record.Room;
import org.stadtstand.record.RowRule;
import org.stadtstand.strategy.Nature;

/** The tables of public services, the lists they stand in, their assessments and their use. */
@Component
class PublicServiceRoom implements Room {

  static final RecordType PUBLIC_SERVICE =
      RecordType.fullList(
          40,
          "public_service",
          text("name_de").must().sortable(),
          text("name_en"),
          text("leika_type"),
          reference("responsible_unit", "org_unit"),
          text("life_situation"),
          text("theme"),
          text("portal_url").matching("https?://\\S+"),
          translation());

  static final RecordType SERVICE_SELECTION =
      RecordType.fullList(
          41,
          "service_selection",
          text("name_de").must().sortable(),
          text("name_en"),
          text("description_de"),
          text("description_en"),
          reference("target", "target"),
          translation());

  static final RecordType SELECTION_MEMBER =
      RecordType.fullList(
              42,
              "selection_member",
              reference("selection", "service_selection").must().owning(),
              reference("service", "public_service").must().owning(),
              date("from_on"),
              date("to_on"))
          .keyedBy("selection", "service");

  static final RecordType SERVICE_ASSESSMENT =
      RecordType.event(
          43,
          "service_assessment",
          "service",
          "effective_on",
          reference("service", "public_service").must().owning(),
          partialDate("effective_on").must(),
          text("assessor").must(),
          choice("online_application", Answer.class).must(),
          choice("end_to_end", Answer.class).must(),
          choice("maturity_model", MaturityModel.class),
          integer("maturity_level"),
          choice("nature", Nature.class).must());

  static final RecordType SERVICE_USAGE =
      RecordType.event(
          44,
          "service_usage",
          "service",
          "to_on",
          reference("service", "public_service").must().owning(),
          date("from_on").must(),
          date("to_on").must(),
          choice("channel", Channel.class).must(),
          integer("count").must(),
          choice("qualifier", Qualifier.class).orElse("EXACT"),
          text("definition").must(),
          bool("comparable_with_previous"),
          choice("nature", Nature.class).must());

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
