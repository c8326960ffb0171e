package org.stadtstand.city.strategy;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stadtstand.city.evidence.Nature;
import org.stadtstand.ground.text.Text;
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

  private StrategyRules() {}

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
