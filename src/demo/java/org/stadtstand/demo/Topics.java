package org.stadtstand.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Gives every project a distinct topic: a template with its gap filled. Templates are used in turn,
 * each time with the next filling, so no title occurs twice; only when all fillings are used up do
 * numbered lots follow.
 */
final class Topics {

  /** What can fill a gap; {@code service} is the key if it is a public service. */
  private record Filling(Topic.Phrase name, String service) {}

  private static final List<Map<String, String>> TEMPLATES = Texts.rows("projects.csv");
  private static final int SERVICES_WITH_PROJECTS = 120;
  private static final Map<String, List<Filling>> FILLINGS = fillings();

  private final int[] order;
  private final City city;

  Topics(City city) {
    this.city = city;
    this.order = city.dice("topics", 0).order(TEMPLATES.size());
  }

  Topic get(int index) {
    int number = order[index % order.length];
    int round = index / order.length;
    Map<String, String> template = TEMPLATES.get(number);
    List<Filling> fillings = FILLINGS.getOrDefault(text(template, "gap"), List.of());
    int shift = city.dice("filling", number).below(fillings.size());
    Filling filling = fillings.get((round + shift) % fillings.size());
    Topic.Phrase title = phrase(template, "title").fill(filling.name());
    int lot = round / fillings.size() + 1;
    return new Topic(
        lot == 1 ? title : title.plus(" (Los " + lot + ")", " (lot " + lot + ")"),
        phrase(template, "summary").fill(filling.name()),
        text(template, "area"),
        List.of(text(template, "offices").split(" ")),
        filling.service());
  }

  private static Topic.Phrase phrase(Map<String, String> row, String column) {
    return new Topic.Phrase(text(row, column + "_de"), text(row, column + "_en"));
  }

  private static String text(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }

  private static Map<String, List<Filling>> fillings() {
    Map<String, List<Filling>> fillings =
        Texts.rows("fillings.csv").stream()
            .collect(
                Collectors.groupingBy(
                    row -> text(row, "gap"),
                    LinkedHashMap::new,
                    Collectors.mapping(
                        row -> new Filling(new Topic.Phrase(text(row, "de"), text(row, "en")), ""),
                        Collectors.toList())));
    fillings.put(
        "leistung",
        CityOffer.ALL.stream()
            .limit(SERVICES_WITH_PROJECTS)
            .map(s -> new Filling(new Topic.Phrase(s.get("name_de"), s.get("name_en")), s.key()))
            .toList());
    return fillings;
  }
}
