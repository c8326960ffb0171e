package org.stadtstand.city.evidence;

import java.util.List;
import org.springframework.stereotype.Component;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.Room;
import org.stadtstand.record.declaration.RowRule;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.ListingRoom;
import org.stadtstand.record.listing.Relation;

/** The tables of sources, foreign identifiers, claims and corrections. */
@Component
class EvidenceRoom implements Room, ListingRoom {

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
  public List<RowRule> rowRules() {
    return List.of(new LeikaKeyRule(), RowRule.inOrder("identifier", "valid_from", "valid_to"));
  }
}
