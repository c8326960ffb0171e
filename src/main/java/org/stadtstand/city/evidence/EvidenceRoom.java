package org.stadtstand.city.evidence;

import java.util.List;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.Doubt;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.Room;
import org.stadtstand.record.declaration.RowRule;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.ListedTypes.ListingRoom;
import org.stadtstand.record.listing.Relation;

/** The tables of sources, foreign identifiers, claims and corrections. */
@Component
class EvidenceRoom implements Room, ListingRoom {

  private static final Doubt PUBLISHED_AFTER_RETRIEVED =
      new Doubt(
          "published-after-retrieved",
          "source",
          "published_on",
          "where t.published_on_from > t.retrieved_on_to",
          List.of("t.published_on_from", "t.retrieved_on_to"),
          new Text(
              "„%s“ ist frühestens am %s erschienen, aber schon am %s abgerufen.",
              "“%s” was published on %s at the earliest, but retrieved on %s already."));

  @Override
  public List<RecordType> recordTypes() {
    return List.of(Source.TABLE, Identifier.TABLE, Claim.TABLE, Correction.TABLE);
  }

  @Override
  public List<ListedType<?>> listedTypes() {
    return List.of(Source.TYPE, Identifier.TYPE, Claim.TYPE, Correction.TYPE);
  }

  @Override
  public List<Relation<?>> relations() {
    return List.of(
        Relation.of("Source", "claims", Claim.TYPE, "{t}.source = {p}"),
        Relation.of("Municipality", "corrections", Correction.TYPE, "{t}.municipality = {p}")
            .unfiltered());
  }

  @Override
  public List<Doubt> doubts() {
    return List.of(
        Doubt.future("source", "published_on", "published_on_from"),
        // An earlier state is put together from what is found later.
        Doubt.future("source", "retrieved_on", "retrieved_on_from", "r.kind = 'PUBLISHED'"),
        PUBLISHED_AFTER_RETRIEVED,
        Doubt.future("claim", "said_on", "said_on_from"),
        new Doubt(
            "identifier-twice",
            "identifier",
            "value",
            """
            join (with beside as materialized (
              select i.record, lag(i.subject) over same as before,
                lag(i.valid_to) over same as until_day from identifier i
              where i.municipality = :municipality and i.until = {open} and i.scheme <> 'OZG'
              window same as (partition by i.scheme, i.value
                order by i.valid_from nulls first, i.since, i.record)
            ) select * from beside) d on d.record = t.record and d.before <> t.subject
              and coalesce(d.until_day >= t.valid_from, true)
            cross join lateral (select k.key from record k where k.id = d.before offset 0) k\
            """,
            List.of("k.key"),
            new Text(
                "Die Kennung „%s“ hat zugleich „%s“.",
                "The identifier “%s” is also that of “%s”.")));
  }

  @Override
  public List<RowRule> rowRules() {
    return List.of(new LeikaKeyRule(), RowRule.inOrder("identifier", "valid_from", "valid_to"));
  }
}
