package org.stadtstand.city.organisation;

import java.util.List;
import org.springframework.stereotype.Component;
import org.stadtstand.record.declaration.Doubt;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.Room;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.ListedTypes.ListingRoom;
import org.stadtstand.record.listing.Relation;

/** The tables of organisational units, their decisions and their responsibilities over time. */
@Component
class OrganisationRoom implements Room, ListingRoom {

  @Override
  public List<RecordType> recordTypes() {
    return List.of(OrgUnit.TABLE, Decision.TABLE, ResponsibilityChange.TABLE);
  }

  @Override
  public List<Doubt> doubts() {
    return List.of(
        Doubt.future("decision", "decided_on", "decided_on_from"),
        Doubt.twice("org_unit", "name_de", "name_de_sort", "n.parent"));
  }

  @Override
  public List<ListedType<?>> listedTypes() {
    return List.of(OrgUnit.TYPE, Decision.TYPE, ResponsibilityChange.TYPE);
  }

  @Override
  public List<Relation<?>> relations() {
    return List.of(
        Relation.of("OrgUnit", "children", OrgUnit.TYPE, "{t}.parent = {p}"),
        Relation.of("OrgUnit", "decisions", Decision.TYPE, "{t}.body = {p}"));
  }
}
