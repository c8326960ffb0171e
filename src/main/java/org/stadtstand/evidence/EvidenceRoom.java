package org.stadtstand.evidence;

import static org.stadtstand.record.Column.anyReference;
import static org.stadtstand.record.Column.choice;
import static org.stadtstand.record.Column.date;
import static org.stadtstand.record.Column.decimal;
import static org.stadtstand.record.Column.partialDate;
import static org.stadtstand.record.Column.text;

import java.util.List;
import org.springframework.stereotype.Component;
import org.stadtstand.record.RecordType;
import org.stadtstand.record.Room;
import org.stadtstand.record.RowRule;

/** The tables of sources, foreign identifiers, claims and corrections. */
@Component
class EvidenceRoom implements Room {

  static final RecordType SOURCE =
      RecordType.append(
          10,
          "source",
          choice("kind", SourceKind.class).must(),
          text("publisher").must(),
          text("title").must().sortable(),
          text("url").matching("https?://\\S+"),
          partialDate("published_on"),
          date("retrieved_on"),
          text("licence"),
          choice("reuse", Reuse.class).must());

  static final RecordType IDENTIFIER =
      RecordType.fullList(
              11,
              "identifier",
              anyReference("subject").must().owning(),
              choice("scheme", IdentifierScheme.class).must(),
              text("value").must(),
              date("valid_from"),
              date("valid_to"))
          .keyedBy("subject", "scheme", "value");

  static final RecordType CLAIM =
      RecordType.append(
          12,
          "claim",
          choice("topic", ClaimTopic.class).must(),
          anyReference("subject"),
          partialDate("said_on").must(),
          text("said_by").must(),
          text("wording").must(),
          decimal("value"),
          choice("qualifier", Qualifier.class),
          text("unit"),
          choice("verdict", Verdict.class));

  static final RecordType CORRECTION =
      RecordType.append(
          13, "correction", anyReference("corrected").must(), text("field"), text("reason").must());

  @Override
  public List<RecordType> recordTypes() {
    return List.of(SOURCE, IDENTIFIER, CLAIM, CORRECTION);
  }

  @Override
  public List<RowRule> rowRules() {
    return List.of(new LeikaKeyRule(), RowRule.inOrder("identifier", "valid_from", "valid_to"));
  }
}
