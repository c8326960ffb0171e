package org.stadtstand.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The half-years of a city, one release each, counted from 0. The fourth release is an office's
 * mistaken import and the fifth revokes it, so neither brings news: what happened meanwhile is
 * reported in the sixth.
 */
record Timeline(int releases) {

  static final int MISTAKEN = 3;
  static final int REVOKING = 4;

  LocalDate standsFor(int tick) {
    return YearMonth.of(2021, 12).plusMonths(6L * tick).atEndOfMonth();
  }

  /** The first day a half-year reports on; the first one looks back over the whole of 2021. */
  LocalDate opens(int tick) {
    return tick == 0 ? LocalDate.of(2021, 1, 1) : standsFor(tick - 1).plusDays(1);
  }

  boolean bringsNews(int tick) {
    return tick != MISTAKEN && tick != REVOKING;
  }

  /** The release that delivers the news of a half-year. */
  int delivering(int tick) {
    return bringsNews(tick) ? tick : REVOKING + 1;
  }

  /** The release that first knows of a day; it may lie beyond the last one. */
  int delivering(LocalDate day) {
    int tick = 0;
    while (standsFor(tick).isBefore(day)) {
      tick++;
    }
    return delivering(tick);
  }

  /** The release whose state a release without news reverts to. */
  int stateOf(int tick) {
    return bringsNews(tick) ? tick : MISTAKEN - 1;
  }

  List<Integer> news() {
    return IntStream.range(0, releases).filter(this::bringsNews).boxed().toList();
  }

  /** The news release reached at {@code share} of {@code whole}, evenly spread. */
  int newsAt(int share, int whole) {
    List<Integer> news = news();
    return news.get((int) ((long) share * news.size() / whole));
  }

  int last() {
    return releases - 1;
  }

  /** The key of the report that a release rests on. */
  String report(int tick) {
    return "demo-bericht-" + standsFor(tick).toString().substring(0, 7);
  }

  String folder(int tick) {
    return String.valueOf(101 + tick).substring(1) + "-" + standsFor(tick);
  }
}
