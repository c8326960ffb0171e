package org.stadtstand.ground.unit;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stadtstand.ground.text.Nearest;
import org.stadtstand.ground.text.Text;
import org.stadtstand.ground.unit.UnitLine.Part;

/**
 * Finds units by what people call them: 61 "%" and 50 "Prozent" are values of one unit, and 3 "Mt
 * CO2" are 3000 "kt CO₂".
 */
public final class Units {

  private static final Nearest NAMES =
      new Nearest(UnitLine.of(Part.UNIT).stream().map(UnitLine::name).toList());

  /** Listed units by their names, as far as they were asked for. */
  private static final Map<String, Unit> KNOWN = new ConcurrentHashMap<>();

  private Units() {}

  /** The unit of this spelling; one that is not in the list is a unit by itself. */
  public static Unit of(String spelling) {
    Unit known = KNOWN.get(spelling);
    return known == null ? find(spelling).orElseGet(() -> Unit.unlisted(spelling)) : known;
  }

  /** The unit of the list that is called so. */
  public static Optional<Unit> find(String spelling) {
    Optional<Unit> unit = UnitParts.parse(spelling).map(UnitParts::unit);
    unit.ifPresent(listed -> KNOWN.put(listed.name(), listed));
    return unit;
  }

  /** What a word that is not in the list was probably meant to be. */
  public static Text hint(String word) {
    return NAMES
        .to(word)
        .map(name -> new Text("Meinten Sie „" + name + "“?", "Did you mean “" + name + "”?"))
        .orElse(
            new Text("Sie gilt als etwas, das gezählt wird.", "It is taken for what is counted."));
  }

  /** The unit of a difference: two shares in per cent are so many percentage points apart. */
  public static Unit difference(Unit unit) {
    return unit.measure().equals("share") ? of(unit.name() + "punkte") : unit;
  }

  /** Name, measure and factor of every unit that can be put together, as rows of SQL. */
  public static String rows() {
    return UnitParts.all()
        .map(UnitParts::unit)
        .map(unit -> Stream.of(unit.name(), unit.measure(), unit.factor().toPlainString()))
        .map(row -> row.collect(Collectors.joining("', '", "('", "')")))
        .collect(Collectors.joining(",\n"));
  }

  /**
   * A value of one unit in another, as an SQL expression: null if they cannot be compared. Where a
   * unit is missing, it is the other.
   */
  public static String converted(String value, String from, String to) {
    return """
    case when %2$s = %3$s or %2$s is null or %3$s is null then %1$s
      else converted(%1$s, %2$s, %3$s) end\
    """
        .formatted(value, from, to);
  }
}
