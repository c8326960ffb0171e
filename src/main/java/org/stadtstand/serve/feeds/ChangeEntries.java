package org.stadtstand.serve.feeds;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.record.time.Release;
import org.stadtstand.serve.pages.PageKind;

/**
 * An entry for each change, those of the newest release first. What concerns a record of which
 * something was withheld is on the current page again, with what may still be shown of it.
 */
@Component
class ChangeEntries implements FeedSource {

  /** What can be withheld and is no record. */
  private static final Set<String> NO_RECORDS = Set.of("release", "withdrawal");

  /** The kinds of pages by what the saved document calls the key of their records. */
  private static final Map<String, PageKind> PAGES =
      Map.of(
          "targetKey", PageKind.TARGET,
          "projectKey", PageKind.PROJECT,
          "serviceKey", PageKind.SERVICE,
          "unitKey", PageKind.UNIT,
          "sourceKey", PageKind.SOURCE);

  private final FeedSettings settings;
  private final FeedIds ids;

  ChangeEntries(FeedSettings settings, FeedIds ids) {
    this.settings = settings;
    this.ids = ids;
  }

  @Override
  public FeedPart read(FeedReading reading) {
    FeedAddress address = reading.address();
    Map<String, FeedEntry> entries = new LinkedHashMap<>();
    FeedAddress older = null;
    int looked = 0;
    for (Release release : reading.states().newestFirst()) {
      int room = settings.entries() - entries.size();
      if (room == 0 || looked == settings.releases()) {
        older = address.until(FeedStates.name(release), null);
        break;
      }
      Map<String, Object> filter = conditions(address);
      filter.put("release", Map.of("eq", release.number()));
      String after = looked == 0 ? address.after() : null;
      FeedNode page = changes(reading, release.place(), filter, room, after);
      add(entries, reading, release.place(), page);
      looked++;
      if (page.in("pageInfo").is("hasNextPage")) {
        String cursor = page.in("pageInfo").required("endCursor");
        older = address.until(FeedStates.name(release), cursor);
        break;
      }
    }
    if (address.until() == null) {
      addWithheld(entries, reading);
    }
    return new FeedPart(List.copyOf(entries.values()), older);
  }

  private static Map<String, Object> conditions(FeedAddress address) {
    Map<String, Object> filter = new HashMap<>();
    address.filter().forEach((name, values) -> filter.put(name, Map.of("in", values)));
    return filter;
  }

  private static FeedNode changes(
      FeedReading reading,
      MunicipalityRef place,
      Map<String, Object> filter,
      int size,
      @Nullable String after) {
    Map<String, @Nullable Object> variables = new HashMap<>();
    variables.put("lang", reading.language().name());
    variables.put("filter", filter);
    variables.put("size", size);
    variables.put("after", after);
    return reading.ask("aenderungen", place, variables).in("changes");
  }

  /** Asks again for what concerns the records of which something was withheld last. */
  private void addWithheld(Map<String, FeedEntry> entries, FeedReading reading) {
    Collection<MunicipalityRef> places =
        reading.states().newestFirst().stream()
            .map(Release::place)
            .distinct()
            .filter(place -> place.redactions() > 0)
            .limit(settings.releases())
            .toList();
    for (MunicipalityRef place : places) {
      List<FeedNode> withheld =
          reading.ask("zurueckgehalten", place, Map.of()).in("redactions").list("nodes").stream()
              .filter(node -> !NO_RECORDS.contains(node.required("table")))
              .toList();
      if (!withheld.isEmpty()) {
        Map<String, Object> filter =
            Map.of("and", List.of(conditions(reading.address()), about(withheld)));
        add(entries, reading, place, changes(reading, place, filter, settings.entries(), null));
      }
    }
  }

  /** Changes of the records themselves, and of what belongs to them. */
  private static Map<String, Object> about(List<FeedNode> withheld) {
    List<String> keys = withheld.stream().map(node -> node.required("key")).distinct().toList();
    List<String> names =
        withheld.stream()
            .map(node -> node.required("table") + ":" + node.required("key"))
            .distinct()
            .toList();
    return Map.of(
        "or", List.of(Map.of("key", Map.of("in", keys)), Map.of("subject", Map.of("in", names))));
  }

  private void add(
      Map<String, FeedEntry> entries, FeedReading reading, MunicipalityRef place, FeedNode page) {
    Map<Integer, Release> numbered = new HashMap<>();
    reading
        .states()
        .present()
        .releases(place)
        .forEach(release -> numbered.put(release.number(), release));
    for (FeedNode change : page.list("nodes")) {
      Release release = numbered.get(change.in("release").number("number"));
      if (release != null) {
        FeedEntry entry = entry(reading, release, change);
        entries.putIfAbsent(entry.id(), entry);
      }
    }
  }

  private FeedEntry entry(FeedReading reading, Release release, FeedNode change) {
    List<String> categories =
        new ArrayList<>(List.of(change.required("type"), change.required("kind")));
    String text = change.required("sentence");
    if (change.required("explained").equals("UNEXPLAINED")) {
      categories.add("UNEXPLAINED");
      text += "\n" + change.required("explainedLabel") + ".";
    }
    String reason = change.text("reason");
    String about = change.in("subject").text("about");
    String city =
        reading.address().city() == null
            ? change.in("release").in("municipality").required("name") + ": "
            : "";
    return new FeedEntry(
        ids.of(reading.language(), "change", change.required("id")),
        reading.page(path(release, change)),
        city
            + (about == null ? change.required("typeLabel") : about)
            + ": "
            + change.required("kindLabel"),
        reason == null ? text : text + "\n" + reason,
        categories,
        FeedStates.known(release),
        reading.states().updated(release));
  }

  /** The page of what the change is about, as it was then, or else that of the release. */
  private static String path(Release release, FeedNode change) {
    String city = release.place().key();
    if (!change.required("kind").equals("WITHDRAWN")) {
      for (Map.Entry<String, PageKind> page : PAGES.entrySet()) {
        String key = change.in("subject").text(page.getKey());
        if (key != null) {
          return "%s/%s/%s?am=%s".formatted(city, page.getValue().area(), key, release.standsFor());
        }
      }
    }
    return city + "/stand/" + release.number();
  }
}
