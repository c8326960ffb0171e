package org.stadtstand.demo;

import java.time.LocalDate;

/** How often services were used per year and channel, as reported the following spring. */
final class Usage implements Part {

  private static final int FIRST_YEAR = 2020;

  private final City city;
  private final ServiceList services;

  Usage(City city, ServiceList services) {
    this.city = city;
    this.services = services;
  }

  @Override
  public void write(int tick, GeneratedDelivery out) {
    for (int year = FIRST_YEAR; year <= city.timeline().standsFor(tick).getYear(); year++) {
      if (city.timeline().delivering(LocalDate.of(year + 1, 3, 31)) == tick) {
        for (CityOffer service : services.listed(0)) {
          year(service, year, out);
        }
      }
    }
    if (city.timeline().standsFor(tick).equals(LocalDate.of(2025, 12, 31))) {
      services.listed(0).stream().limit(30).forEach(service -> half(service, out));
    }
    if (tick == 2) {
      correct(out);
    }
  }

  private void year(CityOffer service, int year, GeneratedDelivery out) {
    LocalDate from = LocalDate.of(year, 1, 1);
    LocalDate to = LocalDate.of(year, 12, 31);
    if (service.mostRequested()) {
      boolean slip = service.index() == 0 && year == 2021;
      out.add("service_usage", row(service, from, to, "ALL", all(service, year)));
      int online = online(service, year) * (slip ? 10 : 1);
      out.add("service_usage", row(service, from, to, "ONLINE", online));
    } else if (service.onlineWithBreaks() && service.index() % 4 == 0 && year > 2020) {
      out.add("service_usage", row(service, from, to, "ONLINE", online(service, year)));
    }
  }

  private void half(CityOffer service, GeneratedDelivery out) {
    LocalDate from = LocalDate.of(2025, 1, 1);
    LocalDate to = LocalDate.of(2025, 6, 30);
    out.add("service_usage", row(service, from, to, "ALL", all(service, 2025) / 2));
    out.add("service_usage", row(service, from, to, "ONLINE", online(service, 2025) / 2));
  }

  /** The first report on 2021 has one digit too many; half a year later it is corrected. */
  private void correct(GeneratedDelivery out) {
    CityOffer service = CityOffer.ALL.getFirst();
    LocalDate from = LocalDate.of(2021, 1, 1);
    GeneratedRow right =
        row(service, from, LocalDate.of(2021, 12, 31), "ONLINE", online(service, 2021));
    out.add("service_usage", right);
    out.add(
        "corrections",
        GeneratedRow.of("key", "demo-korrektur-nutzung")
            .with("table", "service_usage")
            .with("row", right.get("key"))
            .with("field", "count")
            .with("reason", "Eine Null zu viel: Die Online-Fälle waren verzehnfacht."));
  }

  private int all(CityOffer service, int year) {
    Dice size = city.dice("size", service.index());
    int usual = 60_000 / (service.index() + 2) + size.between(150, 900);
    Dice swing = city.dice("usage" + service.index(), year);
    return usual * swing.between(88, 112) / 100;
  }

  private int online(CityOffer service, int year) {
    int start = city.dice("online", service.index()).between(1, 18);
    int growth = city.dice("growth", service.index()).between(1, 9);
    int share = Math.min(92, start + growth * (year - FIRST_YEAR));
    return Math.max(1, all(service, year) * share / 100);
  }

  private GeneratedRow row(
      CityOffer service, LocalDate from, LocalDate to, String channel, int count) {
    boolean newBasis = service.index() % 9 == 4 && from.getYear() >= 2022;
    return GeneratedRow.of("key", key(service, from, to, channel))
        .with("service", service.key())
        .with("from_on", from)
        .with("to_on", to)
        .with("channel", channel)
        .with("count", count)
        .with("definition", newBasis ? "Erledigte Fälle" : "Eingegangene Anträge")
        .with("comparable_with_previous", comparable(newBasis, from, to))
        .with("nature", "SYNTHETIC");
  }

  private static String key(CityOffer of, LocalDate from, LocalDate to, String channel) {
    String period = from.getYear() + (to.getMonthValue() == 6 ? "-h1" : "");
    String letter = channel.equals("ALL") ? "a" : "o";
    return "demo-n-" + Texts.padded(of.index() + 1) + "-" + period + "-" + letter;
  }

  /** Not comparable if the counting method changed, or if a half-year follows a whole year. */
  private static String comparable(boolean newBasis, LocalDate from, LocalDate to) {
    if (from.getYear() == FIRST_YEAR) {
      return "";
    }
    boolean broken = to.getMonthValue() == 6 || (newBasis && from.getYear() == 2022);
    return String.valueOf(!broken);
  }
}
