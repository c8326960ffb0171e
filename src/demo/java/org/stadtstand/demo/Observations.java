package org.stadtstand.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The measured values of the targets: each line of {@code observations.csv} is a whole series. */
final class Observations implements Part {

  private static final List<Map<String, String>> SERIES = Texts.rows("observations.csv");

  private final City city;

  Observations(City city) {
    this.city = city;
  }

  @Override
  public void write(int tick, GeneratedDelivery out) {
    for (Map<String, String> series : SERIES) {
      for (String point : series.getOrDefault("series", "").split(" ")) {
        String[] parts = point.split("=");
        LocalDate day = PartialDay.latest(parts[0]);
        if (city.timeline().delivering(day) == tick) {
          out.add("observation", row(series, parts[0], parts[1], reported(tick, day)));
        }
      }
    }
  }

  private static GeneratedRow row(
      Map<String, String> series, String day, String value, LocalDate reported) {
    String target = series.getOrDefault("target", "");
    return GeneratedRow.of("key", target + "-" + day.toLowerCase(Locale.ROOT))
        .with("target", target)
        .with("value", value)
        .with("qualifier", series.get("qualifier"))
        .with("unit", series.get("unit"))
        .with("nature", "SYNTHETIC")
        .with("observed_on", day)
        .with("reported_on", reported)
        .with("reporter", series.get("reporter"))
        .with("definition", series.get("definition"));
  }

  private LocalDate reported(int tick, LocalDate day) {
    LocalDate soon = day.plusDays(24);
    LocalDate report = city.timeline().standsFor(tick);
    return soon.isBefore(report) ? soon : report;
  }
}
