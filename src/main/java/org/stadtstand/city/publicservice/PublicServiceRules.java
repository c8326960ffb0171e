package org.stadtstand.city.publicservice;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stadtstand.city.evidence.Nature;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.RowRule;

/** How the values of a membership, assessment or usage must fit together. */
final class PublicServiceRules {

  static final List<RowRule> ALL =
      List.of(
          RowRule.inOrder("selection_member", "from_on", "to_on"),
          RowRule.inOrder("service_usage", "from_on", "to_on"),
          Nature.ofQualifier("service_usage"),
          RowRule.of("service_usage", "count-not-negative", PublicServiceRules::negativeCount),
          RowRule.of("service_assessment", "level-fits-model", PublicServiceRules::levelFitsModel));

  private PublicServiceRules() {}

  private static @Nullable Text negativeCount(Function<String, @Nullable String> row) {
    String count = row.apply("count");
    return count == null || !count.startsWith("-")
        ? null
        : new Text(
            "Die Anzahl %s ist negativ.".formatted(count),
            "The count %s is negative.".formatted(count));
  }

  private static @Nullable Text levelFitsModel(Function<String, @Nullable String> row) {
    String model = row.apply("maturity_model");
    String level = row.apply("maturity_level");
    if ((model == null) != (level == null)) {
      return new Text(
          "Reifegradmodell und Reifegrad gehören zusammen: Einer der beiden Werte fehlt.",
          "Maturity model and level belong together: one of them is missing.");
    }
    if (model == null || level == null || !level.matches("-?\\d{1,9}")) {
      return null;
    }
    return named(model)
        .map(MaturityModel::highest)
        .filter(highest -> Integer.parseInt(level) < 0 || Integer.parseInt(level) > highest)
        .map(highest -> outOfRange(model, level, highest))
        .orElse(null);
  }

  private static Optional<MaturityModel> named(String model) {
    return Arrays.stream(MaturityModel.values()).filter(m -> m.name().equals(model)).findFirst();
  }

  private static Text outOfRange(String model, String level, int highest) {
    return new Text(
        "Den Reifegrad %s gibt es in %s nicht: Das Modell reicht von 0 bis %d."
            .formatted(level, model, highest),
        "There is no level %s in %s: it goes from 0 to %d.".formatted(level, model, highest));
  }
}
