package org.stadtstand.city.project;

import static org.stadtstand.record.declaration.Column.choice;
import static org.stadtstand.record.declaration.Column.partialDate;
import static org.stadtstand.record.declaration.Column.reference;
import static org.stadtstand.record.declaration.Column.text;

import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.declaration.ChangeKind;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.PublishedFact;

/** A project's descent from another one, or its continuation in it. */
record ProjectRelation(
    int record,
    String key,
    Pin pin,
    int projectRecord,
    ProjectRelationKind kind,
    @Nullable Integer otherRecord,
    @Nullable String formerTitle,
    PartialDate effectiveOn,
    int ordinal,
    int sourceRecord,
    @Nullable String note)
    implements PublishedFact {

  static final RecordType TABLE =
      RecordType.event(
              58,
              "project_relation",
              "project",
              "effective_on",
              reference("project", "project").must().owning().called("Projekt", "project"),
              choice("kind", ProjectRelationKind.class).must().called("Beziehung", "relation"),
              reference("other", "project").called("anderes Projekt", "other project"),
              text("former_title").called("früherer Titel", "former title"),
              partialDate("effective_on").must().called("gilt ab", "effective on"))
          .called("Projektbeziehung", "project relation")
          .tells(
              ChangeKind.CHANGED,
              "{kind}[ „{other}“][ „{former_title}“], {effective_on}",
              "{kind}[ “{other}”][ “{former_title}”], {effective_on}")
          .build();

  static final ListedType<ProjectRelation> TYPE =
      ListedType.of(TABLE, ProjectRelation.class).build();
}
