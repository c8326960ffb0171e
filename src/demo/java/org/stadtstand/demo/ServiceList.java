package org.stadtstand.demo;

import java.util.List;

/** The services, their identifiers, and which of them were among the 75 most requested when. */
final class ServiceList implements Part {

  static final String SELECTION = "demo-top-75";
  private static final int LEIKA_CHANGE = 6;
  private static final int SWAP = 2;

  private final City city;
  private final List<String> offices;

  ServiceList(City city) {
    this.city = city;
    this.offices =
        CityOffer.ALL.stream().map(service -> service.get("office")).distinct().sorted().toList();
  }

  List<CityOffer> listed(int tick) {
    return CityOffer.ALL.stream().filter(service -> service.listed() <= tick).toList();
  }

  List<String> offices() {
    return offices;
  }

  @Override
  public void write(int tick, GeneratedDelivery out) {
    int state = city.timeline().stateOf(tick);
    for (CityOffer service : listed(state)) {
      out.add("public_service", row(service, state));
      identifiers(service, state, out);
      if (service.handover() == tick && service.index() % 2 == 1) {
        out.add("responsibility_change", handover(service, tick));
      }
    }
    members(state, out);
  }

  private GeneratedRow row(CityOffer service, int tick) {
    boolean handedOver = service.handover() >= 0 && service.handover() <= tick;
    int since = handedOver ? service.handover() : service.listed();
    return GeneratedRow.of("key", service.key())
        .with("name_de", service.get("name_de"))
        .with("name_en", service.get("name_en"))
        .with("translation", "MACHINE")
        .with("leika_type", service.get("leika_type"))
        .with("responsible_unit", handedOver ? newOffice(service) : service.get("office"))
        .with("life_situation", service.get("life_situation"))
        .with("theme", service.get("theme"))
        .with("source", city.timeline().report(since));
  }

  private String newOffice(CityOffer service) {
    int now = offices.indexOf(service.get("office"));
    int steps = city.dice("handover", service.index()).between(1, offices.size() - 1);
    return offices.get((now + steps) % offices.size());
  }

  private GeneratedRow handover(CityOffer service, int tick) {
    return GeneratedRow.of("key", "demo-zust-" + service.key().substring(5))
        .with("subject", "public_service:" + service.key())
        .with("unit", newOffice(service))
        .with("effective_on", city.timeline().standsFor(tick).minusMonths(2).withDayOfMonth(1))
        .with("reason", "Neuzuschnitt der Ämter");
  }

  private void identifiers(CityOffer service, int tick, GeneratedDelivery out) {
    String leika = service.get("leika_key");
    String newer = CityOffer.NEW_LEIKA.get(leika);
    if (newer != null && tick >= LEIKA_CHANGE) {
      GeneratedRow old = identifier(service, "LEIKA", leika, LEIKA_CHANGE);
      out.add("identifier", old.with("valid_to", "2023-12-31"));
      GeneratedRow next = identifier(service, "LEIKA", newer, LEIKA_CHANGE);
      out.add("identifier", next.with("valid_from", "2024-01-01"));
    } else if (!leika.isEmpty()) {
      out.add("identifier", identifier(service, "LEIKA", leika, service.listed()));
    }
    String ozg = service.get("ozg_id");
    if (!ozg.isEmpty()) {
      out.add("identifier", identifier(service, "OZG", ozg, service.listed()));
    } else if (leika.isEmpty()) {
      String own = "MS-" + (1000 + service.index());
      out.add("identifier", identifier(service, "CITY_INTERNAL", own, service.listed()));
    }
  }

  private GeneratedRow identifier(CityOffer service, String scheme, String value, int since) {
    return GeneratedRow.of("subject", "public_service:" + service.key())
        .with("scheme", scheme)
        .with("value", value)
        .with("source", city.timeline().report(since));
  }

  /** Two services left the list when two others came in that were requested far more often. */
  private void members(int tick, GeneratedDelivery out) {
    boolean swapped = tick >= SWAP;
    for (int i = 0; i < CityOffer.REQUESTED; i++) {
      boolean late = i >= CityOffer.REQUESTED - 2;
      if (!late || swapped) {
        member(i, late ? "2022-10-01" : "2021-03-01", "", late ? SWAP : 0, out);
      }
    }
    for (int i = CityOffer.REQUESTED; i < CityOffer.REQUESTED + 2; i++) {
      member(i, "2021-03-01", swapped ? "2022-09-30" : "", swapped ? SWAP : 0, out);
    }
  }

  private void member(int index, String from, String to, int since, GeneratedDelivery out) {
    out.add(
        "selection_member",
        GeneratedRow.of("selection", SELECTION)
            .with("service", CityOffer.ALL.get(index).key())
            .with("from_on", from)
            .with("to_on", to)
            .with("source", city.timeline().report(since)));
  }
}
