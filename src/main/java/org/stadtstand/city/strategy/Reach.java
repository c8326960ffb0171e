package org.stadtstand.city.strategy;

import org.stadtstand.ground.sql.Template;

/**
 * Whether an observation reaches the target value: an SQL expression that is null if a bound leaves
 * it open, for example "more than 40" against a target of at least 50.
 */
final class Reach {

  private static final String REACHES =
      """
      case coalesce({direction}, 'AT_LEAST')
        when 'AT_LEAST' then case {qualifier}
          when 'MORE_THAN' then nullif({value} >= {goal}, false)
          when 'LESS_THAN' then nullif({value} > {goal}, true)
          else {value} >= {goal} end
        when 'AT_MOST' then case {qualifier}
          when 'LESS_THAN' then nullif({value} <= {goal}, false)
          when 'MORE_THAN' then nullif({value} < {goal}, true)
          else {value} <= {goal} end
        else case {qualifier}
          when 'MORE_THAN' then nullif({value} < {goal}, true)
          when 'LESS_THAN' then nullif({value} > {goal}, true)
          else {value} = {goal} end
      end\
      """;

  private Reach() {}

  /**
   * @param goal an expression for the target value
   * @param value an expression for the observed value, in the unit of the target
   * @param qualifier an expression for how exactly it is known
   * @param direction an expression for the direction; null means AT_LEAST
   */
  static String sql(String goal, String value, String qualifier, String direction) {
    return new Template(REACHES)
        .with("direction", direction)
        .with("value", value)
        .with("qualifier", qualifier)
        .with("goal", goal)
        .sql();
  }
}
