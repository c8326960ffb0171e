package org.stadtstand.ground.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Units by the name under which they are stored, whatever they are called: 61 "%" and 50 "Prozent"
 * are values of one unit, and would otherwise never be compared.
 */
public final class Units {

  /** The stored name first, then what else it is called; case, blanks and points do not count. */
  private static final List<List<String>> NAMES =
      List.of(
          List.of("Prozent", "%", "Proz", "v. H.", "percent", "per cent", "pct", "Prozente"),
          List.of("Prozentpunkte", "Prozentpunkt", "%-Punkte", "PP", "percentage points"),
          List.of("Promille", "‰"),
          List.of("Euro", "EUR", "€", "Euros"),
          List.of("Tsd. Euro", "TEUR", "T€", "Tausend Euro", "Tsd. EUR", "Tsd. €"),
          List.of("Mio. Euro", "Mio. EUR", "Mio. €", "Millionen Euro"),
          List.of("Mrd. Euro", "Mrd. EUR", "Mrd. €", "Milliarden Euro"),
          List.of("Minuten", "Min.", "Minute", "minutes"),
          List.of("Stunden", "Std.", "h", "Stunde", "hours"),
          List.of("Tage", "Tag", "d", "days"),
          List.of("Wochen", "Woche", "weeks"),
          List.of("Monate", "Monat", "months"),
          List.of("Jahre", "Jahr", "a", "years"),
          List.of("m", "Meter"),
          List.of("km", "Kilometer"),
          List.of("m²", "qm", "m2", "Quadratmeter"),
          List.of("km²", "qkm", "km2", "Quadratkilometer"),
          List.of("t", "Tonnen", "Tonne"),
          List.of("kt", "Kilotonnen", "Tsd. t"),
          List.of("kWh", "Kilowattstunden"),
          List.of("MWh", "Megawattstunden"),
          List.of("GWh", "Gigawattstunden"),
          List.of("Mbit/s", "MBit/s", "Mbps"),
          List.of("Gbit/s", "GBit/s", "Gbps"),
          List.of("Stück", "Stk.", "Stck.", "St."));

  private static final Map<String, String> STORED = new HashMap<>();

  static {
    NAMES.forEach(names -> names.forEach(name -> STORED.put(folded(name), names.getFirst())));
  }

  private Units() {}

  private static String folded(String unit) {
    return unit.replaceAll("[\\s\\p{Z}.]+", "").toLowerCase(Locale.ROOT);
  }

  /** The name under which the unit is stored; one that is not known stays as it is. */
  public static String stored(String unit) {
    return STORED.getOrDefault(folded(unit), unit);
  }
}
