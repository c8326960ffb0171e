package org.stadtstand.city.municipality;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.Room;
import org.stadtstand.record.declaration.RowRule;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.ListedTypes.ListingRoom;
import org.stadtstand.record.listing.Relation;

/** The tables of municipalities and their coverage. */
@Component
class MunicipalityRoom implements Room, ListingRoom {

  static final Relation<Coverage> COVERAGE_OF_MUNICIPALITY =
      Relation.of("Municipality", "coverage", Coverage.TYPE, "{t}.municipality = {p}")
          .whole()
          .unfiltered();

  @Override
  public List<RecordType> recordTypes() {
    return List.of(Municipality.TABLE, Coverage.TABLE);
  }

  @Override
  public List<ListedType<?>> listedTypes() {
    return List.of(Municipality.TYPE, Coverage.TYPE);
  }

  @Override
  public List<Relation<?>> relations() {
    return List.of(COVERAGE_OF_MUNICIPALITY);
  }

  @Override
  public List<RowRule> rowRules() {
    return List.of(
        new ReservedKeys(),
        RowRule.of("coverage", "claimed-not-negative", row -> negativeCount(row.apply("claimed"))),
        RowRule.of("municipality", "ags-of-ars", row -> keys(row.apply("ags"), row.apply("ars"))));
  }

  /**
   * The regional key is the municipality key with four digits for an association of municipalities
   * after the fifth; where there is none, some fill it up with zeros instead.
   */
  private static @Nullable Text keys(@Nullable String ags, @Nullable String ars) {
    if (ags == null || ars == null || ags.length() != 8 || ars.length() != 12) {
      return null;
    }
    boolean agree = ars.equals(ags + "0000") || ags.equals(ars.substring(0, 5) + ars.substring(9));
    return agree
        ? null
        : new Text(
            "AGS %s und ARS %s gehören nicht zu derselben Gemeinde.".formatted(ags, ars),
            "AGS %s and ARS %s are not of the same municipality.".formatted(ags, ars));
  }

  private static @Nullable Text negativeCount(@Nullable String claimed) {
    return claimed == null || !claimed.startsWith("-")
        ? null
        : new Text(
            "Die behauptete Anzahl %s ist negativ.".formatted(claimed),
            "The claimed number %s is negative.".formatted(claimed));
  }
}
