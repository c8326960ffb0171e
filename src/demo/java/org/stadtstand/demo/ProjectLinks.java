package org.stadtstand.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which targets and services a project serves; fixed from its first listing. */
final class ProjectLinks {

  private static final List<String> CONTRIBUTIONS =
      List.of("unmittelbar", "Voraussetzung", "Teilbeitrag", "flankierend");

  /** Only targets of the first release: a link must not refer to a target not yet listed. */
  private static final Map<String, List<String>> TARGETS =
      Texts.rows("tables/target.csv").stream()
          .filter(row -> row.getOrDefault("release", "").equals("1"))
          .collect(
              Collectors.groupingBy(
                  row -> row.getOrDefault("focus_area", ""),
                  Collectors.mapping(row -> row.getOrDefault("key", ""), Collectors.toList())));

  private final City city;

  ProjectLinks(City city) {
    this.city = city;
  }

  void write(ProjectLife life, Topic topic, GeneratedDelivery out) {
    Dice dice = city.dice("links", life.index());
    String report = city.timeline().report(life.listed());
    if (dice.percent(40)) {
      List<String> targets = TARGETS.getOrDefault(topic.area(), List.of());
      out.add(
          "project_target",
          GeneratedRow.of("project", life.key())
              .with("target", dice.pick(targets))
              .with("contribution", dice.pick(CONTRIBUTIONS))
              .with("source", report));
    }
    String service = service(topic, dice);
    if (!service.isEmpty()) {
      out.add(
          "project_service",
          GeneratedRow.of("project", life.key()).with("service", service).with("source", report));
    }
  }

  /** The service a project is about; otherwise, if its topic is services, often one of the 75. */
  private static String service(Topic topic, Dice dice) {
    boolean aimed = topic.area().equals("demo-dienste") || topic.area().equals("demo-verwaltung");
    return topic.service().isEmpty() && aimed && dice.percent(40)
        ? CityOffer.ALL.get(dice.below(CityOffer.REQUESTED - 2)).key()
        : topic.service();
  }
}
