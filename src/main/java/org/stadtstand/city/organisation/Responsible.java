package org.stadtstand.city.organisation;

import java.util.Map;

/** How a record belongs to a unit: by the unit alone, or by all that stands below it. */
public final class Responsible {

  /** An array, so that the tree is walked once for each unit and the records found by index. */
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
   * The link of records to the unit {@code {p}}, by the argument {@code within}; a filter has no
   * argument and means the unit alone.
   *
   * @param column the column that holds the unit, such as {@code {t}.lead_unit}
   */
  public static String link(String column, Map<String, Object> arguments) {
    return column + ("SUBTREE".equals(arguments.get("within")) ? SUBTREE : " = {p}");
  }
}
