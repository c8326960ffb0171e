package org.stadtstand.city.evidence;

import static org.stadtstand.record.declaration.Column.choice;
import static org.stadtstand.record.declaration.Column.partialDate;
import static org.stadtstand.record.declaration.Column.text;

import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.declaration.Form;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.listing.Filters;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.PublishedFact;

/** A publication from which facts are taken. */
record Source(
    int record,
    String key,
    Pin pin,
    SourceKind kind,
    String publisher,
    String title,
    @Nullable String url,
    @Nullable PartialDate publishedOn,
    @Nullable PartialDate retrievedOn,
    @Nullable String licence,
    Reuse reuse,
    @Nullable String note)
    implements PublishedFact {

  static final RecordType TABLE =
      RecordType.append(
              10,
              "source",
              choice("kind", SourceKind.class).must().called("Art der Quelle", "kind of source"),
              text("publisher").must().called("Herausgeber", "publisher"),
              text("title").must().sortable().called("Titel", "title"),
              text("url").matching(Form.WEB).called("Adresse", "address"),
              partialDate("published_on").called("veröffentlicht am", "published on"),
              partialDate("retrieved_on").called("abgerufen am", "retrieved on").free(),
              text("licence").called("Lizenz", "licence"),
              choice("reuse", Reuse.class).must().called("Nachnutzung", "reuse"))
          .called("Quelle", "source")
          .figured()
          .build();

  static final ListedType<Source> TYPE =
      ListedType.of(TABLE, Source.class)
          .filter("publisher", Filters.word("{t}.publisher"))
          .unfiltered("licence")
          .build();

  @Override
  public int sourceRecord() {
    return record;
  }
}
