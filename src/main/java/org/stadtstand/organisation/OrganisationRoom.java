package org.stadtstand.organisation;

import static org.stadtstand.record.Column.anyReference;
import static org.stadtstand.record.Column.bool;
import static org.stadtstand.record.Column.choice;
import static org.stadtstand.record.Column.partialDate;
import static org.stadtstand.record.Column.reference;
import static org.stadtstand.record.Column.text;
import static org.stadtstand.record.Column.translation;

import java.util.List;
import org.springframework.stereotype.Component;
import org.stadtstand.record.RecordType;
import org.stadtstand.record.Room;

/** The tables of organisational units, their decisions and what they became responsible for. */
@Component
class OrganisationRoom implements Room {

  static final RecordType ORG_UNIT =
      RecordType.fullList(
          20,
          "org_unit",
          choice("kind", OrgUnitKind.class).must(),
          text("name_de").must().sortable(),
          text("name_en"),
          text("number"),
          reference("parent", "org_unit"),
          bool("external").must(),
          translation());

  static final RecordType DECISION =
      RecordType.append(
          21,
          "decision",
          reference("body", "org_unit").must(),
          partialDate("decided_on").must(),
          text("title").must().sortable(),
          choice("result", DecisionResult.class).must(),
          text("vote_summary"),
          text("paper_reference"),
          text("paper_url").matching("https?://\\S+"),
          anyReference("subject"));

  static final RecordType RESPONSIBILITY_CHANGE =
      RecordType.event(
          22,
          "responsibility_change",
          "subject",
          "effective_on",
          anyReference("subject").must().owning(),
          reference("unit", "org_unit").must(),
          partialDate("effective_on").must(),
          text("reason"));

  @Override
  public List<RecordType> recordTypes() {
    return List.of(ORG_UNIT, DECISION, RESPONSIBILITY_CHANGE);
  }
}
