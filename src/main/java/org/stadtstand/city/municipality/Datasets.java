package org.stadtstand.city.municipality;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.execution.LastingObject;
import org.stadtstand.graph.frame.DatasetSource;
import org.stadtstand.ground.text.Figures;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.listing.ListArguments;
import org.stadtstand.record.listing.ListReader;
import org.stadtstand.record.listing.RecordReader;
import org.stadtstand.record.listing.Slice;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Present;
import org.stadtstand.record.time.RecordRedacted;
import org.stadtstand.record.time.Ref;
import org.stadtstand.record.time.Release;
import org.stadtstand.record.time.ReleaseKind;

/** Describes the state at a pin, with its warnings. */
@Component
class Datasets implements DatasetSource, MunicipalityNames {

  private static final ListArguments ALL = ListArguments.largest(Map.of());

  /** How many releases' contents are cached, a few kilobytes each. */
  private static final int RELEASES = 1_000;

  private final RecordReader records;
  private final ListReader lists;

  /** A cache of its own, because every answer needs it and no record must evict it. */
  private final Cache<Key, Content> contents = Caffeine.newBuilder().maximumSize(RELEASES).build();

  Datasets(RecordReader records, ListReader lists) {
    this.records = records;
    this.lists = lists;
  }

  @EventListener
  void on(RecordRedacted redacted) {
    contents.invalidateAll();
  }

  @Override
  public Map<String, ? extends @Nullable Object> describe(Pin pin, Present present) {
    return pin.release() == 0
        ? of(pin, present).asMap()
        : content(pin)
            .described(
                new View(pin.day(), present.newest(), present.withheld().count(pin)),
                () -> of(pin, present));
  }

  @Override
  public Text name(Pin pin) {
    Municipality municipality = pin.release() == 0 ? null : content(pin).municipality;
    return municipality == null ? new Text(pin.place().key(), null) : municipality.name();
  }

  Dataset of(Pin pin, Present present) {
    List<Text> notices = new ArrayList<>();
    if (pin.release() == 0) {
      notices.add(
          new Text(
              "Zu diesem Zeitpunkt war noch nichts veröffentlicht.",
              "Nothing had been published by then."));
      return new Dataset(pin, null, null, List.of(), notices);
    }
    Release release = present.release(pin.release()).orElseThrow();
    Content content = content(pin);
    notices.addAll(notices(release, present));
    int withheld = present.withheld().count(pin);
    if (withheld > 0) {
      notices.add(withheld(withheld));
    }
    if (content.municipality != null && content.municipality.standing() == Standing.DEMO) {
      notices.add(
          new Text("Erfundene Daten zur Vorführung.", "Invented data, for demonstration only."));
    }
    Dataset dataset = new Dataset(pin, release, content.municipality, content.coverage, notices);
    return dataset.isOld() ? dataset.with(old(release)) : dataset;
  }

  private static Text withheld(int count) {
    return count == 1
        ? new Text(
            "Von diesem Stand wird eine Angabe aus rechtlichen Gründen zurückgehalten.",
            "One piece of this state is withheld for legal reasons.")
        : new Text(
            "Von diesem Stand werden %d Angaben aus rechtlichen Gründen zurückgehalten."
                .formatted(count),
            "%d pieces of this state are withheld for legal reasons.".formatted(count));
  }

  private static Text old(Release release) {
    return new Text(
        "Der Stand vom %s ist veraltet; was danach geschah, ist nicht erfasst."
            .formatted(day(release, Language.DE)),
        "The record of %s is out of date; what happened after that is not recorded."
            .formatted(day(release, Language.EN)));
  }

  private static String day(Release release, Language language) {
    return new Figures(language).inSentence(release.standsFor());
  }

  private static List<Text> notices(Release release, Present present) {
    List<Text> notices = new ArrayList<>();
    if (release.kind() == ReleaseKind.RECONSTRUCTED) {
      notices.add(
          new Text(
              "Stand %d wurde nachträglich aus datierten Quellen zusammengestellt."
                  .formatted(release.number()),
              "Release %d was put together later from dated sources.".formatted(release.number())));
    }
    present.takenBackSince(release).forEach(later -> notices.add(takenBack(later, present)));
    return notices;
  }

  /** What was revoked, by which release and why, and whether that revocation was itself revoked. */
  private static Text takenBack(Release later, Present present) {
    int number =
        present.release(Objects.requireNonNull(later.revokes())).map(Release::number).orElseThrow();
    String reason = later.reason() == null ? "" : later.reason();
    Integer again =
        present.takenBackSince(later).stream()
            .filter(last -> Integer.valueOf(later.id()).equals(last.revokes()))
            .map(Release::number)
            .findFirst()
            .orElse(null);
    return new Text(
        "Stand %d wurde mit Stand %d zurückgenommen. Grund: %s"
                .formatted(number, later.number(), reason)
            + (again == null
                ? ""
                : " Diese Rücknahme wurde mit Stand %d zurückgenommen.".formatted(again)),
        "Release %d was revoked by release %d. Reason, in German: %s"
                .formatted(number, later.number(), reason)
            + (again == null
                ? ""
                : " That revocation was revoked by release %d.".formatted(again)));
  }

  private Content content(Pin pin) {
    Key key = new Key(pin.place(), pin.release());
    Content kept = contents.getIfPresent(key);
    if (kept != null) {
      return kept;
    }
    Ref own = new Ref(pin.place().id(), pin);
    Content read =
        new Content(
            records.byRef(Municipality.TYPE, List.of(own)).get(own),
            lists
                .pages(MunicipalityRoom.COVERAGE_OF_MUNICIPALITY, List.of(own), ALL)
                .getOrDefault(own, Slice.none())
                .nodes());
    contents.put(key, read);
    return read;
  }

  /** None of it depends on the day: rows are counted and read as a release has them. */
  private record Key(MunicipalityRef place, int release) {}

  /** What was read about a release, and the description last built from it. */
  private static final class Content {

    private final @Nullable Municipality municipality;
    private final List<Coverage> coverage;
    private volatile @Nullable Described described;

    Content(@Nullable Municipality municipality, List<Coverage> coverage) {
      this.municipality = municipality;
      this.coverage = coverage;
    }

    LastingObject described(View view, Supplier<Dataset> dataset) {
      Described last = described;
      if (last == null || !last.view.equals(view)) {
        last = new Described(view, new LastingObject(dataset.get().asMap()));
        described = last;
      }
      return last.object;
    }

    private record Described(View view, LastingObject object) {}
  }

  /**
   * All that the description of a release can change with: its age, what later releases took back
   * of it, and what is withheld.
   */
  private record View(LocalDate day, int newest, int withheld) {}
}
