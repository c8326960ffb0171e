package org.stadtstand.serve.feeds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.words.FieldWords;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.text.Figures;
import org.stadtstand.ground.text.Language;
import org.stadtstand.record.time.Basis;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Release;
import org.stadtstand.record.time.ReleaseDirectory;
import org.stadtstand.record.time.StateName;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.answer.Inquiry;
import org.stadtstand.serve.answer.StateDescription;
import org.stadtstand.serve.difference.AnswerHistory;
import org.stadtstand.serve.difference.AnswerStep;
import org.stadtstand.serve.format.Refusals;
import org.stadtstand.serve.format.Representation;

/**
 * Makes the feed of a question: an entry for each release that changed its answer. The answers
 * themselves are compared, at the releases that the page looks at, so that nothing about questions
 * has to be stored.
 */
@Component
class AnswerFeed {

  private final ReleaseDirectory releases;
  private final AnswerHistory history;
  private final FieldWords words;
  private final FeedSettings settings;
  private final FeedIds ids;

  AnswerFeed(
      ReleaseDirectory releases,
      AnswerHistory history,
      FieldWords words,
      FeedSettings settings,
      FeedIds ids) {
    this.releases = releases;
    this.history = history;
    this.words = words;
    this.settings = settings;
    this.ids = ids;
  }

  Representation write(AnswerFeedFormat format, Inquiry inquiry) {
    Answer answer = inquiry.answer();
    if (!answer.whole()) {
      return Refusals.of(answer);
    }
    StateName state = inquiry.question().state();
    FeedStates states = FeedStates.of(releases.presentAt(state), places(answer.basis()));
    if (states.newestFirst().isEmpty()) {
      throw new ApiError(
          ErrorCode.BAD_LINK,
          "The answer rests on no release, so none can change it.",
          "Follow a question about what was published.");
    }
    List<FeedEntry> entries = new ArrayList<>();
    for (AnswerStep step : history.steps(inquiry, states.newestFirst(), settings.releases())) {
      FeedEntry entry = entry(format, states, step);
      if (entry != null) {
        entries.add(entry);
      }
    }
    FeedPage feed = feed(format, answer, states, state, entries);
    return FeedRepresentation.of(feed, format.form(), format.server(), answer.basis());
  }

  private static Set<MunicipalityRef> places(Basis basis) {
    Set<MunicipalityRef> places = new LinkedHashSet<>(basis.newest().keySet());
    basis.pins().stream().map(Pin::place).forEach(places::add);
    return places;
  }

  /** Null for a release that changed nothing, unless something was withheld from it later. */
  private @Nullable FeedEntry entry(AnswerFeedFormat format, FeedStates states, AnswerStep step) {
    Release release = step.release();
    Instant known = FeedStates.known(release);
    Instant updated = states.updated(release);
    if (step.isEmpty() && updated.equals(known)) {
      return null;
    }
    Language language = format.language();
    String city = release.place().key();
    String number = String.valueOf(release.number());
    String sentence = sentence(step, language);
    List<String> lines = new ArrayList<>();
    lines.add(sentence);
    if (!step.first()) {
      lines.addAll(step.lines(words, language));
    }
    String id = format.linked().wording().id();
    return new FeedEntry(
        ids.of(language, "q", id, city, number),
        format.address(FeedStates.name(release), "html"),
        language
            .pick("Stand %s vom %s: %s", "Release %s of %s: %s")
            .formatted(number, new Figures(language).inSentence(release.standsFor()), sentence),
        String.join("\n", lines),
        List.of(),
        known,
        updated);
  }

  private String sentence(AnswerStep step, Language language) {
    if (step.isEmpty()) {
      return language.pick(
          "Die Antwort ist dieselbe wie zuvor; seither ist aus diesem Stand etwas gesetzlich"
              + " zurückgehalten.",
          "The answer is the same as before; since then something of this release is withheld by"
              + " law.");
    }
    String difference = step.sentence(words, language);
    return step.first()
        ? language.pick("Erste Antwort. ", "First answer. ") + difference
        : difference;
  }

  private FeedPage feed(
      AnswerFeedFormat format,
      Answer answer,
      FeedStates states,
      @Nullable StateName state,
      List<FeedEntry> entries) {
    Language language = format.language();
    List<StateDescription> described =
        answer.datasets().stream().filter(each -> each.municipality() != null).toList();
    String suffix = format.form().suffix();
    Release next = states.behind(settings.releases()).orElse(null);
    Instant newest = states.updated(states.newestFirst().getFirst());
    return new FeedPage(
        ids.of(language, "q", format.linked().wording().id()),
        format.title(described.stream().anyMatch(StateDescription::demo)),
        language,
        format.address(state, suffix),
        format.address(null, "html"),
        format.address(null, suffix),
        next == null ? null : format.address(FeedStates.name(next), suffix),
        state != null,
        FeedPage.updated(entries, entries.isEmpty() ? newest : Instant.EPOCH),
        publishers(described),
        described.isEmpty() ? null : rights(described.getFirst()),
        entries);
  }

  private static @Nullable String rights(StateDescription state) {
    return FeedRepresentation.rights(state.attribution(), state.licenceUrl());
  }

  private static String publishers(List<StateDescription> described) {
    String all =
        described.stream()
            .map(StateDescription::publisher)
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? "Stadtstand" : all;
  }
}
