package org.stadtstand.city.publicservice;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stadtstand.city.evidence.Nature;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.Doubt;
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

  static final List<Doubt> DOUBTS =
      List.of(
          Doubt.twice("public_service", "name_de", "name_de_sort", "n.responsible_unit"),
          Doubt.twice("service_selection", "name_de", "name_de_sort", "1"),
          Doubt.future("service_assessment", "effective_on", "effective_on_from"),
          Doubt.future("service_usage", "to_on", "to_on"),
          Doubt.twoValues(
              "service_usage",
              "count",
              List.of("service", "from_on", "to_on", "channel", "definition")),
          Doubt.twoValuesOfADay("service_assessment", "online_application", "service", "assessor"),
          Doubt.twoValuesOfADay("service_assessment", "end_to_end", "service", "assessor"),
          new Doubt(
              "part-above-whole",
              "service_usage",
              "count",
              """
              join service_usage o on o.service = t.service and o.until = {open}
                and o.from_on = t.from_on and o.to_on = t.to_on
              join record k on k.id = o.record
              where (t.channel <> 'ALL' and o.channel = 'ALL' and t.count > o.count)
                or (t.channel = 'ALL' and o.channel <> 'ALL' and t.count < o.count
                  and o.since < t.since)\
              """,
              List.of("t.channel", "t.count", "k.key", "o.channel", "o.count"),
              new Text(
                  "„%s“ zählt %s: %s, „%s“ dagegen %s: %s. Ein Zugangsweg kann nicht mehr haben als"
                      + " alle.",
                  "“%s” counts %s: %s, but “%s” counts %s: %s. One channel cannot have more than"
                      + " all.")));

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
