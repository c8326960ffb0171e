package org.stadtstand.city.strategy;

import org.stadtstand.ground.sql.Template;

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
          least({row}.value * 0.9, {row}.value * 1.1),
          greatest({row}.value * 0.9, {row}.value * 1.1), '[]')
        when 'EXPECTED' then numrange(null, null)
        when 'MORE_THAN' then numrange({row}.value, null, '()')
        when 'LESS_THAN' then numrange(null, {row}.value, '()')
        else numrange({row}.value, {row}.value, '[]') end\
      """;

  private static final String ALIKE =
      "lower(coalesce({row}.unit, g.unit, '')) = lower(coalesce(g.unit, {row}.unit, ''))";

  private static final String CONTRADICTS =
      """
      {seen}.target = g.record and {seen}.value is not null and {seen alike}
      and {claim}.said_on_to - {claim}.said_on_from <= 366
      and {seen}.observed_on_to - {seen}.observed_on_from <= 366
      and {claim}.said_on_to <= pin.day and {seen}.observed_on_to <= pin.day
      and case {claim}.topic
        when 'TARGET_REACHED' then g.kind <> 'QUALITATIVE' and not ({reaches})
          and ({seen}.observed_on_to >= {claim}.said_on_to or {seen}.observed_on_to = g.due_on_to)
        when 'TARGET_OPEN' then g.kind <> 'QUALITATIVE' and ({reaches}) and {seen}.record = (
          select n.record from observation n
          where n.target = g.record and n.value is not null and {next alike}
            and n.observed_on_to <= {claim}.said_on_to
            and n.since <= pin.release and n.until > pin.release
          order by n.observed_on_to desc, n.ordinal desc, n.record desc limit 1)
        when 'TARGET_VALUE' then {claim}.value is not null and {claim alike}
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
    return " "
        + new Template(CONTRADICTS)
            .with("reaches", Reach.sql("g.target_value", seen, "g.direction"))
            .with("seen alike", of(ALIKE, seen))
            .with("next alike", of(ALIKE, "n"))
            .with("claim alike", of(ALIKE, claim))
            .with("claimed", of(POSSIBLE, claim))
            .with("observed", of(POSSIBLE, seen))
            .with("claim", claim)
            .with("seen", seen)
            .sql();
  }

  private static String of(String expression, String row) {
    return new Template(expression).with("row", row).sql();
  }
}
