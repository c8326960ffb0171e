package org.stadtstand.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who assessed how digital a service is, and when. By the last release 20 of the 75 are digital
 * from end to end and 240 others are online with breaks; on the way some fall back, and some
 * services are never assessed at all.
 */
final class Assessments implements Part {

  private static final int END_TO_END = 20;
  private static final int OFFLINE_FROM = 58;
  private static final int UNJUDGED_FROM = 70;

  /** One assessment: the release that brings it, and its two answers. */
  private record Judgement(int tick, String online, String endToEnd) {}

  private final City city;
  private final Map<String, List<Judgement>> judgements = new HashMap<>();

  Assessments(City city, ServiceList services) {
    this.city = city;
    int[] rank = city.dice("rank", 75).order(CityOffer.REQUESTED);
    int[] turn = city.dice("turn", 240).order(CityOffer.ONLINE);
    for (CityOffer service : services.listed(city.timeline().last())) {
      int i = service.index();
      List<Judgement> judged =
          service.mostRequested()
              ? requested(rank[i], city.dice("judged", i))
              : service.onlineWithBreaks()
                  ? online(turn[i - CityOffer.REQUESTED], service, city.dice("judged", i))
                  : other(i);
      judgements.put(service.key(), judged);
    }
  }

  private List<Judgement> requested(int rank, Dice dice) {
    if (rank >= UNJUDGED_FROM) {
      return List.of();
    }
    return rank < END_TO_END ? finished(rank) : unfinished(rank, dice);
  }

  private List<Judgement> finished(int rank) {
    Timeline time = city.timeline();
    int reached = time.newsAt(rank, END_TO_END);
    int online = reached == 0 ? 0 : time.newsAt(rank / 3, END_TO_END);
    List<Judgement> judged = new ArrayList<>();
    judged.add(new Judgement(0, rank < 10 ? "PARTLY" : "NO", "NO"));
    judged.add(new Judgement(online, "YES", rank % 2 == 0 ? "NO" : "PARTLY"));
    judged.add(new Judgement(reached, "YES", "YES"));
    if (rank == 1 || rank == 4) {
      judged.add(new Judgement(5, "YES", "PARTLY"));
      judged.add(new Judgement(time.last(), "YES", "YES"));
    }
    return judged;
  }

  private List<Judgement> unfinished(int rank, Dice dice) {
    Timeline time = city.timeline();
    Judgement first = new Judgement(0, "NO", "NO");
    if (rank < END_TO_END + 2) {
      // Was presented as finished and no longer is: the story a dashboard of totals would hide.
      return List.of(
          first, new Judgement(1 + rank % 2, "YES", "YES"), new Judgement(6, "PARTLY", "NO"));
    }
    if (rank >= OFFLINE_FROM) {
      return List.of(first, new Judgement(5, "NO", "NO"));
    }
    return List.of(
        first,
        new Judgement(time.newsAt(dice.below(6), 6), "PARTLY", "NO"),
        new Judgement(time.last(), "PARTLY", dice.percent(40) ? "PARTLY" : "NO"));
  }

  private List<Judgement> online(int turn, CityOffer service, Dice dice) {
    Timeline time = city.timeline();
    List<Judgement> judged = new ArrayList<>();
    // The first 90 were online when the strategy began; the others follow release by release.
    int since = turn < 90 ? 0 : time.newsAt(turn - 90, CityOffer.ONLINE - 90);
    int reached = Math.max(since, service.listed());
    if (reached > service.listed()) {
      judged.add(new Judgement(service.listed(), dice.percent(30) ? "PARTLY" : "NO", "NO"));
    }
    judged.add(new Judgement(reached, "YES", "NO"));
    boolean fellBack = turn % 29 == 3 && reached < 6;
    for (int tick : time.news()) {
      boolean again = tick > reached && tick != 6 && dice.percent(22);
      if (again) {
        judged.add(new Judgement(tick, "YES", dice.percent(8) ? "PARTLY" : "NO"));
      } else if (fellBack && tick == 6) {
        judged.add(new Judgement(tick, "NO", "NO"));
      }
    }
    if (fellBack || judged.getLast().endToEnd().equals("PARTLY")) {
      judged.add(new Judgement(time.last(), "YES", "NO"));
    }
    return judged;
  }

  private List<Judgement> other(int index) {
    return index % 2 == 0 ? List.of() : List.of(new Judgement(0, "NO", "NO"));
  }

  @Override
  public void write(int tick, GeneratedDelivery out) {
    for (CityOffer service : CityOffer.ALL) {
      List<Judgement> judged = judgements.getOrDefault(service.key(), List.of());
      long today = judged.stream().filter(j -> j.tick() == tick).count();
      for (int i = 0; i < judged.size(); i++) {
        if (judged.get(i).tick() == tick) {
          out.add("service_assessment", row(service, judged.get(i), i, (int) today));
          today--;
        }
      }
    }
  }

  /** Assessments lie {@code remaining} months before a release's end, which keeps their order. */
  private GeneratedRow row(CityOffer service, Judgement judged, int number, int remaining) {
    Dice dice = city.dice(service.key(), number);
    LocalDate month = city.timeline().standsFor(judged.tick()).minusMonths(remaining - 1L);
    LocalDate day = month.withDayOfMonth(dice.between(1, 28));
    GeneratedRow row =
        GeneratedRow.of("key", "demo-b-" + Texts.padded(service.index() + 1) + "-" + (number + 1))
            .with("service", service.key())
            .with("effective_on", day)
            .with("assessor", dice.percent(80) ? "Fachamt" : "Stabsstelle Digitales")
            .with("online_application", judged.online())
            .with("end_to_end", judged.endToEnd())
            .with("nature", "SYNTHETIC");
    boolean newModel = day.isAfter(LocalDate.of(2025, 6, 30));
    return dice.percent(70)
        ? row.with("maturity_model", newModel ? "OZG_2_0" : "OZG_1_1")
            .with("maturity_level", level(judged))
        : row;
  }

  private static int level(Judgement judged) {
    if (judged.endToEnd().equals("YES")) {
      return 4;
    }
    return switch (judged.online()) {
      case "YES" -> 3;
      case "PARTLY" -> 2;
      default -> 1;
    };
  }
}
