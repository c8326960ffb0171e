package org.stadtstand.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes all releases of a city, one folder per release. */
final class CityPackages {

  private static final List<String> SCRIPTED =
      List.of(
          "municipality",
          "coverage",
          "source",
          "claim",
          "org_unit",
          "decision",
          "focus_area",
          "guideline",
          "target",
          "target_revision",
          "target_step",
          "service_selection");

  private final City city;
  private final Path folder;

  CityPackages(GeneratorOptions arguments, City city) {
    this.city = city;
    this.folder = arguments.scale() == 1 ? arguments.out() : arguments.out().resolve(city.key());
  }

  long write() throws IOException {
    long rows = 0;
    Map<String, String> delivered = new HashMap<>();
    List<Part> parts = parts();
    for (int tick = 0; tick < city.timeline().releases(); tick++) {
      Path release = folder.resolve(city.timeline().folder(tick));
      GeneratedDelivery delivery = new GeneratedDelivery(release, delivered);
      try (delivery) {
        for (Part part : parts) {
          part.write(tick, delivery);
        }
      }
      String description = new DataPackage(city, tick).text(delivery.kept());
      Files.writeString(release.resolve("datapackage.json"), description, StandardCharsets.UTF_8);
      rows += delivery.rows();
    }
    return rows;
  }

  private List<Part> parts() {
    ServiceList services = new ServiceList(city);
    ProjectLives lives = new ProjectLives(city);
    return Stream.<Part>concat(
            SCRIPTED.stream().map(table -> new ScriptedTable(city, table)),
            Stream.of(
                new Reports(city),
                new Observations(city),
                services,
                new Assessments(city, services),
                new Usage(city, services),
                new ProjectList(city, lives),
                new OfficeMistake(city, lives)))
        .toList();
  }
}
