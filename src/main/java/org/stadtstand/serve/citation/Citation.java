package org.stadtstand.serve.citation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.serve.answer.Answer;

/**
 * What a reader needs to find an answer again, and to see that it is the same.
 *
 * @param id short, and different for each answer
 * @param publishers who published the data, with their standing
 * @param states which releases it rests on, in words, with the heads of their chains
 * @param issued the day that the newest of them stands for
 * @param day the day it was asked about
 * @param sha256 of the answer's data in canonical form (RFC 8785)
 * @param accessed the day on which the citation was asked for
 */
public record Citation(
    String id,
    String title,
    List<String> publishers,
    List<String> states,
    LocalDate issued,
    LocalDate day,
    String url,
    String sha256,
    List<String> licences,
    LocalDate accessed) {

  private static final String DEMO = "DEMO";

  /** What its words are made of beside the answer itself. */
  record Source(String title, String url, String sha256, LocalDate accessed) {}

  static Citation of(String id, Answer answer, LocalDate day, Source source) {
    Set<String> publishers = new LinkedHashSet<>();
    Set<String> licences = new LinkedHashSet<>();
    List<String> states = new ArrayList<>();
    LocalDate issued = LocalDate.MIN;
    for (Map<?, ?> dataset : datasets(answer)) {
      publishers.add(publisher(dataset));
      licences.add(dataset.get("licence") + ", " + dataset.get("licenceUrl"));
      states.add(state(dataset));
      LocalDate standsFor = LocalDate.parse(String.valueOf(dataset.get("standsFor")));
      issued = standsFor.isAfter(issued) ? standsFor : issued;
    }
    return new Citation(
        "stadtstand-" + id.substring(0, 8) + "-" + day,
        source.title(),
        List.copyOf(publishers),
        states,
        issued,
        day,
        source.url(),
        source.sha256(),
        List.copyOf(licences),
        source.accessed());
  }

  /** The states that have a publisher: invented data, or none at all, cannot be cited. */
  static List<Map<?, ?>> datasets(Answer answer) {
    Map<Object, Object> extensions = answer.result().getExtensions();
    List<Map<?, ?>> published = new ArrayList<>();
    if (extensions != null && extensions.get("dataset") instanceof List<?> all) {
      for (Object one : all) {
        if (one instanceof Map<?, ?> dataset && dataset.get("publisher") != null) {
          published.add(dataset);
        }
      }
    }
    if (published.isEmpty()) {
      throw new ApiError(
          ErrorCode.NOT_CITABLE,
          "The answer rests on nothing that was published.",
          "Ask for data, at a state at which there were some.");
    }
    if (published.stream().anyMatch(dataset -> DEMO.equals(dataset.get("standing")))) {
      throw new ApiError(
          ErrorCode.NOT_CITABLE,
          "The data are invented, for demonstration only; they cannot be cited.",
          "Ask about a real municipality.");
    }
    return published;
  }

  private static String publisher(Map<?, ?> dataset) {
    String publisher = String.valueOf(dataset.get("publisher"));
    String standing = standing(dataset.get("standing"));
    // Some say it in their name.
    return publisher.contains("(" + standing + ")") ? publisher : publisher + " (" + standing + ")";
  }

  private static String state(Map<?, ?> dataset) {
    String words =
        "%s, Stand %s für den %s, Tag %s"
            .formatted(
                dataset.get("municipality"),
                dataset.get("release"),
                dataset.get("standsFor"),
                dataset.get("day"));
    Object head = dataset.get("head");
    return head == null ? words : words + ", Kette " + head;
  }

  /** In words, and without knowing the room that has the list of them. */
  public static String standing(@Nullable Object standing) {
    return switch (String.valueOf(standing)) {
      case "OFFICIAL" -> "amtlich";
      case "EDITORIAL" -> "nicht amtlich";
      case DEMO -> "erfundene Demodaten";
      default -> String.valueOf(standing);
    };
  }

  String note() {
    return String.join("; ", states)
        + ". Daten: SHA-256 (RFC 8785) "
        + sha256
        + ". Lizenz: "
        + String.join("; ", licences)
        + ".";
  }
}
