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
        when 'AT_LEAST' then case {seen}.qualifier
          when 'MORE_THAN' then nullif({seen}.value >= {goal}, false)
          when 'LESS_THAN' then nullif({seen}.value > {goal}, true)
          else {seen}.value >= {goal} end
        when 'AT_MOST' then case {seen}.qualifier
          when 'LESS_THAN' then nullif({seen}.value <= {goal}, false)
          when 'MORE_THAN' then nullif({seen}.value < {goal}, true)
          else {seen}.value <= {goal} end
        else case {seen}.qualifier
          when 'MORE_THAN' then nullif({seen}.value < {goal}, true)
          when 'LESS_THAN' then nullif({seen}.value > {goal}, true)
          else {seen}.value = {goal} end
      end\
      """;

  private Reach() {}

  /**
   * @param goal an expression for the target value
   * @param seen the alias of a row with value and qualifier
   * @param direction an expression for the direction; null means AT_LEAST
   */
  static String sql(String goal, String seen, String direction) {
    return new Template(REACHES)
        .with("direction", direction)
        .with("seen", seen)
        .with("goal", goal)
        .sql();
  }
}
