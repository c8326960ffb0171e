package org.stadtstand.city.organisation;

import java.util.Map;

/** How a record belongs to a unit: directly, or through any unit below it. */
public final class Responsible {

  /** An array, so that the tree is walked once per unit and the records are found by index. */
  private static final String SUBTREE =
      """
       = any (array(
        with recursive below (unit) as (
          select {p}
          union
          select u.record from below b join org_unit u on u.parent = b.unit
          where u.since <= pin.release and u.until > pin.release
        )
        select unit from below))\
      """;

  private Responsible() {}

  /**
   * Links records to the unit {@code {p}} according to the argument {@code within}; a filter has no
   * such argument and matches the unit alone.
   *
   * @param column the column that holds the unit, for example {@code {t}.lead_unit}
   */
  public static String link(String column, Map<String, Object> arguments) {
    return column + ("SUBTREE".equals(arguments.get("within")) ? SUBTREE : " = {p}");
  }
}
