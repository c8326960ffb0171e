package org.stadtstand.serve.pages;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Figures;
import org.stadtstand.record.time.Present;
import org.stadtstand.record.time.Release;
import org.stadtstand.serve.pages.PageFault.Way;

/**
 * Why a record has no page: it was never published, it was not yet known on the day chosen, it was
 * withdrawn, or the law withholds it.
 *
 * @param releases the states of the city, oldest first
 * @param answer to the saved document {@code fehlt}
 */
record MissingRecord(PageAddress address, List<Release> releases, Map<String, Object> answer) {

  PageFault fault() {
    for (Map<?, ?> redaction : redactions()) {
      if (redaction.get("field") == null) {
        return withheld(redaction);
      }
    }
    Map<?, ?> last = null;
    for (Map<?, ?> step : nodes("changes")) {
      last = address.knownAt() == null || !day(step).isAfter(address.knownAt()) ? step : last;
    }
    if (last != null && "WITHDRAWN".equals(last.get("kind"))) {
      return withdrawn(last);
    }
    return nodes("changes").isEmpty() ? unknown() : later(nodes("changes").getFirst());
  }

  /** What the law withholds of the record now. */
  List<Map<?, ?>> redactions() {
    return nodes("redactions").stream()
        .filter(each -> each.get("liftedAt") == null)
        .filter(each -> address.key().equals(each.get("key")))
        .filter(each -> String.valueOf(each.get("table")).equals(address.kind().table()))
        .toList();
  }

  private PageFault withheld(Map<?, ?> redaction) {
    LocalDate day =
        OffsetDateTime.parse(String.valueOf(redaction.get("withheldAt")))
            .atZoneSameInstant(Present.ZONE)
            .toLocalDate();
    return new PageFault(
        451,
        pick("Hier steht nichts mehr, weil das Recht es verlangt", "Withheld, as the law requires"),
        pick(
                "Am %s wurde der Eintrag „%s“ gesperrt. Grund: %s. Rechtsgrundlage: %s.",
                "On %s the entry “%s” was withheld. Reason (in German): %s. Legal basis: %s.")
            .formatted(
                written(day), address.key(), redaction.get("reason"), redaction.get("legalBasis")),
        area(),
        home());
  }

  private PageFault withdrawn(Map<?, ?> step) {
    Object reason = step.get("reason");
    String why =
        reason == null
            ? pick("Ein Grund wurde nicht genannt.", "No reason was given.")
            : pick("Grund: ", "Reason (in German): ") + reason;
    return new PageFault(
        410,
        pick("Zurückgezogen", "Withdrawn"),
        pick(
                "Der Eintrag „%s“ steht seit Stand %s vom %s nicht mehr im Datenbestand. %s",
                "The entry “%s” has not been in the record since release %s of %s. %s")
            .formatted(address.key(), number(step), written(day(step)), why),
        before(step),
        area(),
        home());
  }

  private PageFault later(Map<?, ?> step) {
    return new PageFault(
        404,
        pick("An diesem Tag noch nicht bekannt", "Not yet known on this day"),
        pick(
                "Der Eintrag „%s“ steht seit Stand %s vom %s im Datenbestand.",
                "The entry “%s” has been in the record since release %s of %s.")
            .formatted(address.key(), number(step), written(day(step))),
        new Way(below(), pick("Was heute bekannt ist", "What is known today")),
        home());
  }

  private PageFault unknown() {
    return new PageFault(
        404,
        pick("Dieser Eintrag ist nicht bekannt", "This entry is not known"),
        pick(
                "Unter „%s“ war in keinem Stand etwas erfasst.",
                "Nothing was recorded under “%s” in any release.")
            .formatted(address.key()),
        area(),
        home());
  }

  /** The record as it was in the last state that had it. */
  private Way before(Map<?, ?> step) {
    LocalDate last = day(step).minusDays(1);
    for (Release release : releases) {
      last = release.standsFor().isBefore(day(step)) ? release.standsFor() : last;
    }
    return new Way(below() + "?am=" + last, pick("Was zuletzt dort stand", "What it said last"));
  }

  private Way area() {
    return new Way(
        "/" + address.kind().area() + address.query(),
        pick("Alle Einträge dieser Art", "All entries of this kind"));
  }

  private Way home() {
    return PageFault.home(address.language());
  }

  private String below() {
    return "/" + address.kind().area() + "/" + address.key();
  }

  private String pick(String de, String en) {
    return address.language().pick(de, en);
  }

  private String written(LocalDate day) {
    return new Figures(address.language()).inSentence(day);
  }

  private static LocalDate day(Map<?, ?> step) {
    return LocalDate.parse(String.valueOf(release(step).get("standsFor")));
  }

  private static @Nullable Object number(Map<?, ?> step) {
    return release(step).get("number");
  }

  private static Map<?, ?> release(Map<?, ?> step) {
    return step.get("release") instanceof Map<?, ?> release ? release : Map.of();
  }

  private List<Map<?, ?>> nodes(String list) {
    return answer.get(list) instanceof Map<?, ?> connection
            && connection.get("nodes") instanceof List<?> nodes
        ? nodes.stream().<Map<?, ?>>map(node -> (Map<?, ?>) node).toList()
        : List.of();
  }
}
