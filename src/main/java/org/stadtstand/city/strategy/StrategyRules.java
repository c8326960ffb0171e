package org.stadtstand.city.strategy;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stadtstand.city.evidence.Nature;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.Doubt;
import org.stadtstand.record.declaration.RowRule;

/** How the values of a target, observation or revision must fit together. */
final class StrategyRules {

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
          share("target", "target_value", "", "t.unit"),
          share("target", "baseline_value", "", "t.unit"));

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
