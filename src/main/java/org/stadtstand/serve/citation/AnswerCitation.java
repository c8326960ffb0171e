package org.stadtstand.serve.citation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.text.Language;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.answer.StateDescription;

/**
 * What a reader needs to find an answer again and to check that it is unchanged.
 *
 * @param id short and unique for each answer
 * @param publishers who published the data, with their standing
 * @param states the releases it rests on, in words, with the heads of their chains
 * @param issued the day that the newest of these releases stands for
 * @param day the day for which it was asked
 * @param sha256 of the answer's data in canonical form (RFC 8785)
 * @param entry its place in the log of citations
 * @param accessed the day on which the citation was requested
 */
public record AnswerCitation(
    String id,
    String title,
    List<String> publishers,
    List<String> states,
    LocalDate issued,
    LocalDate day,
    String url,
    String sha256,
    LogPlace entry,
    List<String> licences,
    LocalDate accessed) {

  /** What a citation needs besides the answer. */
  record Source(String title, String url, String sha256, LogPlace entry, LocalDate accessed) {}

  /**
   * Where the log of citations names the answer.
   *
   * @param head number and hash of the newest entry, by which everybody can later see that the log
   *     up to it is still the same
   * @param archived whether the link returns the archived answer
   */
  record LogPlace(int number, String head, boolean archived) {

    @Override
    public String toString() {
      return "Zitat %d (%s), Verzeichnis der Zitate %s"
          .formatted(
              number,
              archived ? "archiviert" : "neu berechnet, nicht archiviert; recomputed, not archived",
              head);
    }
  }

  static AnswerCitation of(String id, Answer answer, LocalDate day, Source source) {
    Set<String> publishers = new LinkedHashSet<>();
    Set<String> licences = new LinkedHashSet<>();
    List<String> states = new ArrayList<>();
    LocalDate issued = LocalDate.MIN;
    for (StateDescription dataset : states(answer)) {
      publishers.add(publisher(dataset));
      licences.add(dataset.licence() + ", " + dataset.licenceUrl());
      states.add(words(dataset));
      LocalDate standsFor = LocalDate.parse(String.valueOf(dataset.standsFor()));
      issued = standsFor.isAfter(issued) ? standsFor : issued;
    }
    return new AnswerCitation(
        "stadtstand-" + id.substring(0, 8) + "-" + day,
        source.title(),
        List.copyOf(publishers),
        states,
        issued,
        day,
        source.url(),
        source.sha256(),
        source.entry(),
        List.copyOf(licences),
        source.accessed());
  }

  /** The states that have a publisher; invented data and empty states cannot be cited. */
  static List<StateDescription> states(Answer answer) {
    List<StateDescription> published =
        answer.datasets().stream().filter(state -> state.publisher() != null).toList();
    if (published.isEmpty()) {
      throw new ApiError(
          ErrorCode.NOT_CITABLE,
          "The answer rests on nothing that was published.",
          "Ask for data, at a state at which there were some.");
    }
    if (published.stream().anyMatch(StateDescription::demo)) {
      throw new ApiError(
          ErrorCode.NOT_CITABLE,
          "The data are invented, for demonstration only; they cannot be cited.",
          "Ask about a real municipality.");
    }
    return published;
  }

  private static String publisher(StateDescription state) {
    String publisher = String.valueOf(state.publisher());
    String standing = state.standingInWords(Language.DE);
    // Some publishers already include their standing in their name.
    return publisher.contains("(" + standing + ")") ? publisher : publisher + " (" + standing + ")";
  }

  private static String words(StateDescription state) {
    String words =
        "%s, Stand %s für den %s, Tag %s"
            .formatted(state.name(Language.DE), state.release(), state.standsFor(), state.day());
    return state.head() == null ? words : words + ", Kette " + state.head();
  }

  String note() {
    return String.join("; ", states)
        + ". Daten: SHA-256 (RFC 8785) "
        + sha256
        + ". "
        + entry
        + ". Lizenz: "
        + String.join("; ", licences)
        + ".";
  }
}
