package org.stadtstand.city.project;

import static org.stadtstand.record.declaration.Column.choice;
import static org.stadtstand.record.declaration.Column.partialDate;
import static org.stadtstand.record.declaration.Column.reference;

import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.declaration.ChangeKind;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.PublishedFact;

/** A project's rating under a guideline, from a given day. */
record PriorityRating(
    int record,
    String key,
    Pin pin,
    int projectRecord,
    int guidelineRecord,
    Priority priority,
    PartialDate effectiveOn,
    int ordinal,
    int sourceRecord,
    @Nullable String note)
    implements PublishedFact {

  static final RecordType TABLE =
      RecordType.event(
              55,
              "priority_rating",
              "project",
              "effective_on",
              reference("project", "project").must().owning().called("Projekt", "project"),
              reference("guideline", "guideline").must().called("Leitlinie", "guideline"),
              choice("priority", Priority.class).must().called("Priorität", "priority"),
              partialDate("effective_on").must().called("gilt ab", "effective on"))
          .called("Priorisierung", "priority rating")
          .tells(
              ChangeKind.CHANGED,
              "Priorität „{priority}“ nach der Leitlinie „{guideline}“"
                  + " {effective_on:starting}",
              "priority “{priority}” by the guideline “{guideline}”" + " {effective_on:starting}")
          .toldApart("„{guideline}“, {effective_on}", "“{guideline}”, {effective_on}")
          .build();

  static final ListedType<PriorityRating> TYPE = ListedType.of(TABLE, PriorityRating.class).build();
}
