package org.stadtstand.city.strategy;

import org.stadtstand.ground.sql.Template;
import org.stadtstand.ground.unit.Units;

/**
 * When a claim about a target and an observation of it cannot both be true; the schema states the
 * rule at {@code Target.contradictingClaims}. Only claims and observations that are known at the
 * pin and date from no later than its day are compared.
 */
final class Contradiction {

  /**
   * The range of numbers a value allows; "about" means 10 per cent either way, and an expectation
   * rules nothing out.
   */
  private static final String POSSIBLE =
      """
      case {row}.qualifier
        when 'ABOUT' then numrange(
          least({value} * 0.9, {value} * 1.1), greatest({value} * 0.9, {value} * 1.1), '[]')
        when 'EXPECTED' then numrange(null, null)
        when 'MORE_THAN' then numrange({value}, null, '()')
        when 'LESS_THAN' then numrange(null, {value}, '()')
        else numrange({value}, {value}, '[]') end\
      """;

  private static final String CONTRADICTS =
      """
      {seen}.target = g.record and {seen value} is not null
      and {claim}.said_on_to - {claim}.said_on_from <= 366
      and {seen}.observed_on_to - {seen}.observed_on_from <= 366
      and {claim}.said_on_to <= pin.day and {seen}.observed_on_to <= pin.day
      and case {claim}.topic
        when 'TARGET_REACHED' then g.kind <> 'QUALITATIVE' and not ({reaches})
          and ({seen}.observed_on_to >= {claim}.said_on_to or {seen}.observed_on_to = g.due_on_to)
        when 'TARGET_OPEN' then g.kind <> 'QUALITATIVE' and ({reaches}) and {seen}.record = (
          select n.record from observation n
          where n.target = g.record and {next value} is not null
            and n.observed_on_to <= {claim}.said_on_to
            and n.since <= pin.release and n.until > pin.release
          order by n.observed_on_to desc, n.ordinal desc, n.record desc limit 1)
        when 'TARGET_VALUE' then {claim value} is not null
          and daterange({claim}.said_on_from, {claim}.said_on_to, '[]')
            && daterange({seen}.observed_on_from, {seen}.observed_on_to, '[]')
          and not (({claimed}) && ({observed}))
        else false end\
      """;

  /** A claim {@code {t}} about the target {@code {p}} that at least one observation contradicts. */
  static final String CLAIM_OF_TARGET =
      """
      {t}.subject = {p} and exists (
        select from target g, observation o
        where g.record = {p} and g.since <= pin.release and g.until > pin.release
          and o.since <= pin.release and o.until > pin.release and\
      """
          + contradicts("{t}", "o")
          + ")";

  /** An observation {@code {t}} that contradicts the claim {@code {p}}. */
  static final String OBSERVATION_OF_CLAIM =
      // The target is looked up first and on its own, so that an index finds its few observations.
      """
      {t}.target = (select s.subject from claim s
        where s.record = {p} and s.since <= pin.release and s.until > pin.release)
      and exists (
        select from claim c join target g on g.record = c.subject
        where c.record = {p} and c.since <= pin.release and c.until > pin.release
          and g.since <= pin.release and g.until > pin.release and\
      """
          + contradicts("c", "{t}")
          + ")";

  private Contradiction() {}

  private static String contradicts(String claim, String seen) {
    String unit = "coalesce(g.unit, %s.unit)".formatted(seen);
    return " "
        + new Template(CONTRADICTS)
            .with("reaches", reaches(seen))
            .with("seen value", value(seen, "g.unit"))
            .with("next value", value("n", "g.unit"))
            .with("claim value", value(claim, unit))
            .with("claimed", possible(claim, value(claim, unit)))
            .with("observed", possible(seen, value(seen, "g.unit")))
            .with("claim", claim)
            .with("seen", seen)
            .sql();
  }

  private static String value(String row, String unit) {
    return "(" + Units.converted(row + ".value", row + ".unit", unit) + ")";
  }

  private static String reaches(String seen) {
    String value = value(seen, "g.unit");
    return Reach.sql("g.target_value", value, seen + ".qualifier", "g.direction");
  }

  private static String possible(String row, String value) {
    return new Template(POSSIBLE).with("row", row).with("value", value).sql();
  }
}
