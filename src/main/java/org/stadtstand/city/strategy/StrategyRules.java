package org.stadtstand.city.strategy;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stadtstand.city.evidence.Nature;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.ground.text.Text;
import org.stadtstand.ground.unit.Units;
import org.stadtstand.record.declaration.Doubt;
import org.stadtstand.record.declaration.RowRule;

/** How the values of a target, observation or revision must fit together. */
final class StrategyRules {

  /**
   * The value that a claim names of a target, in a unit that does not convert to the target's or,
   * if it has none, to that of its first value.
   */
  private static final String CLAIMED =
      """
      {join} and {other}.until = {open}
      join record k on k.id = {other}.record
      cross join lateral (
        select coalesce({target}.unit, (
          select o.unit from observation o
          where o.target = {target}.record and o.until = {open} and o.unit is not null
          order by o.record limit 1)) as unit) u
      where {claim}.topic = 'TARGET_VALUE' and {claim}.value is not null and {before}
        and {converted} is null\
      """;

  private static final Text IN_OTHER_UNIT =
      new Text(
          "„%s“ hat die Einheit „%s“, „%s“ dagegen „%s“: Was über das Ziel gesagt wurde, lässt"
              + " sich mit seinen Werten nicht vergleichen.",
          "“%s” has the unit “%s”, but “%s” has “%s”: what was said about the target cannot be"
              + " compared with its values.");

  private static final Doubt STEP_AFTER_DUE =
      new Doubt(
          "step-after-due-date",
          "target_step",
          "due_on",
          """
          join target g on g.record = t.target and g.until = {open}
          where t.due_on_to > g.due_on_to\
          """,
          List.of("t.due_on_to", "g.due_on_to"),
          new Text(
              "„%s“ ist erst am %s fällig, das Ziel selbst schon am %s.",
              "“%s” is due on %s only, but the target itself on %s."));

  static final List<RowRule> ALL =
      List.of(
          RowRule.inOrder("target", "baseline_on", "due_on"),
          RowRule.inOrder("observation", "observed_on", "reported_on"),
          Nature.ofQualifier("observation"),
          RowRule.of("observation", "value-or-note", StrategyRules::valueOrNote),
          RowRule.of("target_revision", "names-the-new", StrategyRules::namesTheNew));

  static final List<Doubt> DOUBTS =
      List.of(
          Doubt.future(
              "observation",
              "observed_on",
              "observed_on_from",
              "t.nature not in ('ESTIMATED', 'DERIVED')"),
          Doubt.future("observation", "reported_on", "reported_on"),
          Doubt.twoValues(
              "observation",
              "value",
              List.of("target", "observed_on_from", "observed_on_to", "unit", "definition")),
          Doubt.twice("target", "wording", "wording_sort", "n.focus_area"),
          Doubt.twice("focus_area", "name_de", "name_de_sort", "1"),
          share(
              "observation",
              "value",
              "join target g on g.record = t.target and g.until = {open}",
              "coalesce(t.unit, g.unit)"),
          share(
              "target_step",
              "value",
              "join target g on g.record = t.target and g.until = {open}",
              "g.unit"),
          STEP_AFTER_DUE,
          share("target", "target_value", "", "t.unit"),
          share("target", "baseline_value", "", "t.unit"),
          claimed("claim", "t", "join target g on g.record = t.subject", "g", "true"),
          claimed("target", "c", "join claim c on c.subject = t.record", "t", "c.since < t.since"));

  private StrategyRules() {}

  private static Doubt share(String table, String column, String join, String unit) {
    return new Doubt(
        "share-out-of-range",
        table,
        column,
        """
        %s where %s = 'Prozent'
          and t.%3$s not between 0 and 100\
        """
            .formatted(join, unit, column),
        List.of("trim_scale(t.%s)".formatted(column)),
        new Text(
            "„%s“ nennt %s Prozent; ein Anteil liegt zwischen 0 und 100.",
            "“%s” says %s per cent; a share lies between 0 and 100."));
  }

  /** Of the claim {@code {claim}} about the target {@code {target}}, one of which is delivered. */
  private static Doubt claimed(
      String table, String claim, String join, String target, String before) {
    boolean ofClaim = claim.equals("t");
    Map<String, String> gaps =
        Map.of(
            "join", join,
            "other", ofClaim ? target : claim,
            "target", target,
            "claim", claim,
            "before", before,
            "converted", Units.converted("1", claim + ".unit", "u.unit"));
    return new Doubt(
        "claim-in-other-unit",
        table,
        "unit",
        new Template(CLAIMED).withAny(gaps).sql(),
        ofClaim ? List.of("t.unit", "k.key", "u.unit") : List.of("u.unit", "k.key", "c.unit"),
        IN_OTHER_UNIT);
  }

  private static @Nullable Text valueOrNote(Function<String, @Nullable String> row) {
    return row.apply("value") != null || row.apply("note") != null
        ? null
        : new Text(
            "Eine Beobachtung ohne Wert braucht eine Bemerkung (note), die das erklärt.",
            "An observation without a value needs a note that explains it.");
  }

  private static @Nullable Text namesTheNew(Function<String, @Nullable String> row) {
    String needed =
        switch (row.apply("kind")) {
          case "REWORDED" -> "new_wording";
          case "VALUE_CHANGED" -> "new_value";
          case "DUE_MOVED" -> "new_due_on";
          case null, default -> null;
        };
    return needed == null || row.apply(needed) != null
        ? null
        : new Text(
            "Eine Änderung der Art %s braucht %s.".formatted(row.apply("kind"), needed),
            "A revision of kind %s needs %s.".formatted(row.apply("kind"), needed));
  }
}
