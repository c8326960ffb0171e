package org.stadtstand.city.organisation;

import static org.stadtstand.record.declaration.Column.anyReference;
import static org.stadtstand.record.declaration.Column.choice;
import static org.stadtstand.record.declaration.Column.partialDate;
import static org.stadtstand.record.declaration.Column.reference;
import static org.stadtstand.record.declaration.Column.text;

import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.declaration.Form;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.PublishedFact;

/** What a body did with a paper on a given day. */
public record Decision(
    int record,
    String key,
    Pin pin,
    int bodyRecord,
    PartialDate decidedOn,
    String title,
    DecisionResult result,
    @Nullable String voteSummary,
    @Nullable String paperReference,
    @Nullable String paperUrl,
    @Nullable Integer subjectRecord,
    @Nullable Integer subjectType,
    int sourceRecord,
    @Nullable String note)
    implements PublishedFact {

  static final RecordType TABLE =
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
                  .matching(Form.WEB)
                  .called("Adresse der Vorlage", "address of the paper"),
              anyReference("subject").called("Gegenstand", "subject"))
          .called("Beschluss", "decision")
          .figured()
          .build();

  public static final ListedType<Decision> TYPE =
      ListedType.of(TABLE, Decision.class)
          .unfiltered("vote_summary", "paper_url")
          .defaultOrder("DECIDED_ON")
          .build();
}
