package org.stadtstand.city.project;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stadtstand.city.evidence.Nature;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.RowRule;

/** How the values of a project, or of one of its events, must fit together. */
final class ProjectRules {

  static final List<RowRule> ALL =
      List.of(
          RowRule.inOrder("project", "planned_start", "planned_end"),
          Nature.ofQualifier("cost_observation"),
          RowRule.of("schedule_revision", "moves-a-date", ProjectRules::movesDate),
          RowRule.of("cost_observation", "amount-not-negative", ProjectRules::negativeAmount),
          RowRule.of("cost_observation", "year-of-four-digits", ProjectRules::noYear),
          RowRule.of("project_relation", "names-the-other", ProjectRules::namesTheOther));

  private ProjectRules() {}

  private static @Nullable Text movesDate(Function<String, @Nullable String> row) {
    String before = row.apply("old_on");
    String after = row.apply("new_on");
    if (before == null && after == null) {
      return new Text(
          "Eine Verschiebung braucht das alte oder das neue Datum (old_on, new_on).",
          "A schedule revision needs the old or the new date (old_on, new_on).");
    }
    return before == null || !before.equals(after)
        ? null
        : new Text(
            "Altes und neues Datum sind gleich (%s): Es wurde nichts verschoben.".formatted(after),
            "Old and new date are the same (%s): nothing was moved.".formatted(after));
  }

  private static @Nullable Text negativeAmount(Function<String, @Nullable String> row) {
    String amount = row.apply("amount");
    return amount == null || !amount.startsWith("-")
        ? null
        : new Text(
            "Der Betrag %s ist negativ.".formatted(amount),
            "The amount %s is negative.".formatted(amount));
  }

  private static @Nullable Text noYear(Function<String, @Nullable String> row) {
    String year = row.apply("year");
    return year == null || !year.matches("-?\\d+") || year.matches("[1-9]\\d{3}")
        ? null
        : new Text(
            "%s ist kein Jahr der Form 2025.".formatted(year),
            "%s is not a year of the form 2025.".formatted(year));
  }

  private static @Nullable Text namesTheOther(Function<String, @Nullable String> row) {
    String other = row.apply("other");
    if (other == null && row.apply("former_title") == null) {
      return new Text(
          "Eine Beziehung braucht das andere Projekt (other) oder den früheren Titel.",
          "A relation needs the other project (other) or the former title.");
    }
    return other == null || !other.equals(row.apply("project"))
        ? null
        : new Text(
            "Ein Projekt kann keine Beziehung zu sich selbst haben.",
            "A project cannot be related to itself.");
  }
}
