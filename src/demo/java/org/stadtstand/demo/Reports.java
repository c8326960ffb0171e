package org.stadtstand.demo;

/** The source each release rests on: the city's half-yearly report, dated the day it stands for. */
final class Reports implements Part {

  private final City city;

  Reports(City city) {
    this.city = city;
  }

  @Override
  public void write(int tick, GeneratedDelivery out) {
    String day = city.timeline().standsFor(tick).toString();
    out.add(
        "source",
        GeneratedRow.of("key", city.timeline().report(tick))
            .with("kind", "DEMO")
            .with("publisher", "Stadtstand Demo-Generator")
            .with("title", title(tick, day) + " (erfunden)")
            .with("published_on", day)
            .with("licence", "dl-de-zero-2.0")
            .with("reuse", "OPEN"));
  }

  private String title(int tick, String day) {
    return switch (tick) {
      case Timeline.MISTAKEN -> "Sammeleinspielung der Ämterlisten, " + city.name() + ", " + day;
      case Timeline.REVOKING -> "Rücknahme der Sammeleinspielung, " + city.name() + ", " + day;
      default -> "Halbjahresbericht zur Digitalstrategie, " + city.name() + ", Stand " + day;
    };
  }
}
