package org.stadtstand.city.project;

import static org.stadtstand.record.declaration.Column.partialDate;
import static org.stadtstand.record.declaration.Column.reference;
import static org.stadtstand.record.declaration.Column.text;

import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.ground.text.Text;
import org.stadtstand.ground.text.Translation;
import org.stadtstand.record.declaration.ChangeKind;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.PublishedFact;

/** A milestone of a project. */
record Milestone(
    int record,
    String key,
    Pin pin,
    int projectRecord,
    Text title,
    @Nullable Translation translation,
    @Nullable PartialDate dueOn,
    @Nullable PartialDate doneOn,
    int sourceRecord,
    @Nullable String note)
    implements PublishedFact {

  static final RecordType TABLE =
      RecordType.fullList(
              57,
              "milestone",
              reference("project", "project").must().owning().called("Projekt", "project"),
              text("title_de").must().called("Titel", "title"),
              text("title_en").called("Titel (englisch)", "title (English)"),
              partialDate("due_on").called("Frist", "due date").tells(ChangeKind.DATE_MOVED),
              partialDate("done_on").called("erledigt am", "done on"),
              Column.translation())
          .called("Meilenstein", "milestone")
          .figured()
          .build();

  static final ListedType<Milestone> TYPE =
      ListedType.of(TABLE, Milestone.class).versions().defaultOrder("DUE_ON").build();
}
