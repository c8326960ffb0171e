package org.stadtstand.record.chain;

import java.util.ArrayList;
import java.util.List;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.Noun;
import org.stadtstand.ground.text.Text;

/**
 * The result of verifying the citations.
 *
 * @param archived how many answers are archived with them
 * @param emptied how many no longer are, because the law required something to be withheld
 * @param recomputed how many entries never had an archived answer: the engine answers their links
 * @param unsealed those that no release has sealed yet, each by its number and link
 * @param head number and hash of the newest entry; empty if there is none
 * @param faults a sentence for each thing that is wrong
 */
public record CitationReport(
    int entries,
    int archived,
    int emptied,
    int recomputed,
    List<String> unsealed,
    String head,
    List<Text> faults) {

  private static final int SHOWN = 100;
  private static final Noun CITATIONS = Noun.of("Zitat", "Zitate", "citation", "citations");
  private static final Noun ANSWERS =
      Noun.of(
          "archivierte Antwort", "archivierte Antworten", "archived answer", "archived answers");

  VerificationVerdict verdict() {
    return faults.isEmpty() ? VerificationVerdict.UNALTERED : VerificationVerdict.ALTERED;
  }

  /**
   * What is wrong, not sealed yet or not archived, then what was checked; empty if there is
   * nothing.
   */
  List<Text> lines() {
    List<Text> lines = new ArrayList<>(faults);
    for (String each : unsealed.subList(0, Math.min(SHOWN, unsealed.size()))) {
      lines.add(
          new Text(
              "Zitat %s ist noch nicht besiegelt".formatted(each),
              "Citation %s is not sealed yet".formatted(each)));
    }
    if (recomputed > 0) {
      lines.add(
          new Text(
              "Zitate ohne archivierte Antwort, deren Links neu berechnet werden: " + recomputed,
              "Citations without an archived answer, whose links are recomputed: " + recomputed));
    }
    if (entries > 0 || !faults.isEmpty()) {
      lines.add(new Text(checked(Language.DE), checked(Language.EN)));
    }
    return lines;
  }

  private String checked(Language language) {
    return language
        .pick(
            "%s. %s (%d noch unbesiegelt), %s, %d geleert. Ende: %s",
            "%s. %s (%d not sealed yet), %s, %d emptied. Head: %s")
        .formatted(
            verdict().text().in(language),
            CITATIONS.counted(entries, language),
            unsealed.size(),
            ANSWERS.counted(archived, language),
            emptied,
            head);
  }
}
