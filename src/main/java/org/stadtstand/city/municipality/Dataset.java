package org.stadtstand.city.municipality;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Release;

/** What every answer says about its state: whose it is, how old, how complete, on what terms. */
record Dataset(
    Pin pin,
    @Nullable Release release,
    @Nullable Municipality source,
    List<Coverage> coverage,
    List<Text> notices) {

  LocalDate day() {
    return pin.day();
  }

  @Nullable LocalDate standsFor() {
    return release == null ? null : release.standsFor();
  }

  /** How long the day asked about lies after the record's last day; null if it does not. */
  @Nullable Integer ageInDays() {
    if (release == null || pin.day().isBefore(release.standsFor())) {
      return null;
    }
    return Math.toIntExact(ChronoUnit.DAYS.between(release.standsFor(), pin.day()));
  }

  /** Whether the record is older than its publisher means it to become. */
  boolean isOld() {
    Integer age = ageInDays();
    Frequency stated = accrualPeriodicity();
    return age != null && age > (stated == null ? Frequency.UNSTATED_DAYS : stated.days());
  }

  Dataset with(Text notice) {
    return new Dataset(
        pin,
        release,
        source,
        coverage,
        Stream.concat(notices.stream(), Stream.of(notice)).toList());
  }

  @Nullable Frequency accrualPeriodicity() {
    return source == null ? null : source.accrualPeriodicity();
  }

  @Nullable String publisher() {
    return source == null ? null : source.publisher();
  }

  @Nullable Standing standing() {
    return source == null ? null : source.standing();
  }

  @Nullable String licence() {
    return source == null ? null : source.licence();
  }

  @Nullable String licenceUrl() {
    return source == null ? null : source.licenceUrl();
  }

  @Nullable String attribution() {
    return source == null ? null : source.attribution();
  }

  List<String> warnings(Language language) {
    return notices.stream().map(notice -> notice.in(language)).toList();
  }

  /** The value of {@code extensions.dataset}. */
  Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("municipality", pin.place().key());
    map.put("release", pin.number());
    map.put("day", pin.day().toString());
    if (release != null && source != null) {
      map.put("name", source.name().de());
      if (source.name().en() != null) {
        map.put("nameEn", source.name().en());
      }
      map.put("head", release.head());
      map.put("standsFor", release.standsFor().toString());
      map.put("ageInDays", ageInDays());
      map.put("publisher", source.publisher());
      map.put("standing", source.standing().name());
      map.put("licence", source.licence());
      map.put("licenceUrl", source.licenceUrl());
      map.put("attribution", source.attribution());
      map.put("coverage", coverage.stream().map(Dataset::asMap).toList());
    }
    map.put("warnings", warnings(Language.DE));
    return map;
  }

  private static Map<String, Object> asMap(Coverage coverage) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("type", coverage.type().name());
    map.put("listed", coverage.listed());
    if (coverage.claimed() != null) {
      map.put("claimed", coverage.claimed());
    }
    map.put("complete", coverage.complete());
    return map;
  }
}
