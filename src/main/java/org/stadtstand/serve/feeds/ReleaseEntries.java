package org.stadtstand.serve.feeds;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.text.Figures;
import org.stadtstand.ground.text.Language;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.record.time.Release;

/** An entry for each release. */
@Component
class ReleaseEntries implements FeedSource {

  private final FeedSettings settings;
  private final FeedIds ids;

  ReleaseEntries(FeedSettings settings, FeedIds ids) {
    this.settings = settings;
    this.ids = ids;
  }

  /** Asks once for each city, whose releases are together. */
  @Override
  public FeedPart read(FeedReading reading) {
    List<Release> shown =
        reading.states().newestFirst().stream().limit(settings.entries()).toList();
    Map<MunicipalityRef, List<Release>> byPlace =
        shown.stream()
            .collect(
                Collectors.groupingBy(Release::place, LinkedHashMap::new, Collectors.toList()));
    Map<Release, FeedEntry> entries = new HashMap<>();
    byPlace.forEach((place, releases) -> entries.putAll(entries(reading, place, releases)));
    return new FeedPart(
        shown.stream().map(entries::get).map(Objects::requireNonNull).toList(),
        reading
            .states()
            .behind(shown.size())
            .map(next -> reading.address().until(FeedStates.name(next), null))
            .orElse(null));
  }

  private Map<Release, FeedEntry> entries(
      FeedReading reading, MunicipalityRef place, List<Release> releases) {
    Map<Integer, Release> numbered =
        releases.stream().collect(Collectors.toMap(Release::number, Function.identity()));
    Map<Release, FeedEntry> entries = new HashMap<>();
    Map<String, Object> variables =
        Map.of("lang", reading.language().name(), "numbers", List.copyOf(numbered.keySet()));
    for (FeedNode node : reading.ask("staende", place, variables).in("releases").list("nodes")) {
      Release release = Objects.requireNonNull(numbered.get(node.number("number")));
      entries.put(release, entry(reading, release, node));
    }
    return entries;
  }

  private FeedEntry entry(FeedReading reading, Release release, FeedNode node) {
    Language language = reading.language();
    String city = release.place().key();
    String number = String.valueOf(release.number());
    Instant updated = reading.states().updated(release);
    String revoked = node.in("revokedBy").text("knownFrom");
    if (revoked != null) {
      updated = FeedPage.later(updated, OffsetDateTime.parse(revoked).toInstant());
    }
    String title =
        language
            .pick("Stand %s vom %s", "Release %s of %s")
            .formatted(number, new Figures(language).inSentence(release.standsFor()));
    String name = node.in("municipality").required("name");
    return new FeedEntry(
        ids.of(language, "release", city, number),
        reading.page(city + "/stand/" + number),
        reading.address().city() == null ? name + ": " + title : title,
        text(language, node),
        List.of(node.required("kindLabel")),
        FeedStates.known(release),
        updated);
  }

  private static String text(Language language, FeedNode node) {
    List<String> lines = new ArrayList<>();
    String reason = node.text("reason");
    if (reason != null) {
      lines.add(reason);
    }
    String revokes = node.in("revokes").text("number");
    if (revokes != null) {
      lines.add(
          language.pick("Nimmt Stand %s zurück.", "Takes release %s back.").formatted(revokes));
    }
    String revokedBy = node.in("revokedBy").text("number");
    if (revokedBy != null) {
      lines.add(
          language
              .pick("Zurückgenommen mit Stand %s.", "Taken back by release %s.")
              .formatted(revokedBy));
    }
    Figures figures = new Figures(language);
    lines.add(
        language
            .pick(
                "Zeilen: %s begonnen, %s beendet, davon %s zurückgezogen.",
                "Rows: %s begun, %s ended, of these %s withdrawn.")
            .formatted(
                figures.number(BigDecimal.valueOf(node.number("openedCount"))),
                figures.number(BigDecimal.valueOf(node.number("closedCount"))),
                figures.number(BigDecimal.valueOf(node.number("withdrawnCount")))));
    return String.join("\n", lines);
  }
}
