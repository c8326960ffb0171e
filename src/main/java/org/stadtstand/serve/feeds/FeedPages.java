package org.stadtstand.serve.feeds;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.text.Language;
import org.stadtstand.record.time.ReleaseDirectory;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.answer.Inquiry;
import org.stadtstand.serve.format.Refusals;
import org.stadtstand.serve.format.Representation;
import org.stadtstand.serve.pages.SavedDocuments;
import org.stadtstand.serve.request.Question;

/** Makes the pages of the feeds of a city, and of all cities. */
@Component
class FeedPages {

  private final ReleaseDirectory releases;
  private final ReleaseEntries releaseEntries;
  private final ChangeEntries changeEntries;
  private final FeedIds ids;

  FeedPages(
      ReleaseDirectory releases,
      ReleaseEntries releaseEntries,
      ChangeEntries changeEntries,
      FeedIds ids) {
    this.releases = releases;
    this.releaseEntries = releaseEntries;
    this.changeEntries = changeEntries;
    this.ids = ids;
  }

  /** The key of a city, however it is called. */
  String key(String city) {
    return releases.present().place(city).key();
  }

  /** The question that the page rests on: about the city, or about all. */
  Question question(FeedAddress address) {
    return address.city() == null
        ? new Question(SavedDocuments.read("feed/alle"), null, Map.of(), address.until())
        : new Question(
            SavedDocuments.read("feed/stadt"),
            null,
            Map.of("city", address.city(), "lang", address.language().name()),
            address.until());
  }

  /** Whether it tells of invented data. */
  boolean isDemo(FeedAddress address) {
    return address.city() != null && releases.present().place(address.city()).demo();
  }

  Representation write(FeedFormat format, Inquiry inquiry) {
    Answer answer = inquiry.answer();
    if (!answer.whole()) {
      return Refusals.of(answer);
    }
    FeedAddress address = format.address();
    FeedStates states = FeedStates.of(releases.presentAt(address.until()), address.city());
    FeedReading reading = new FeedReading(address, states, format.server(), inquiry);
    FeedSource source = address.kind() == FeedKind.RELEASES ? releaseEntries : changeEntries;
    FeedPage feed = feed(reading, source.read(reading), FeedNode.of(answer).in("dataset"));
    return FeedRepresentation.of(feed, address.form(), format.server(), answer.basis());
  }

  private FeedPage feed(FeedReading reading, FeedPart part, FeedNode dataset) {
    FeedAddress address = reading.address();
    Language language = reading.language();
    String url = reading.server().url();
    Instant newest =
        reading.states().behind(0).map(reading.states()::updated).orElse(Instant.EPOCH);
    String city = address.city();
    String page = city == null ? "staedte" : city + address.kind().page();
    return new FeedPage(
        ids.of(language, address.name()),
        title(reading, dataset),
        language,
        url + address.path(),
        reading.page(page),
        url + address.current().path(),
        part.older() == null ? null : url + part.older().path(),
        address.until() != null,
        FeedPage.updated(part.entries(), part.entries().isEmpty() ? newest : Instant.EPOCH),
        Objects.requireNonNullElse(dataset.text("publisher"), "Stadtstand"),
        FeedRepresentation.rights(dataset.text("attribution"), dataset.text("licenceUrl")),
        part.entries());
  }

  private String title(FeedReading reading, FeedNode dataset) {
    FeedAddress address = reading.address();
    Language language = reading.language();
    String whose =
        address.city() == null
            ? language.pick("Alle Städte", "All cities")
            : dataset.in("municipality").text("name");
    String demo = isDemo(address) ? "Demo: " : "";
    return demo + whose + ": " + address.kind().words(language) + " · Stadtstand";
  }
}
