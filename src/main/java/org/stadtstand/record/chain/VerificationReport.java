package org.stadtstand.record.chain;

import java.util.ArrayList;
import java.util.List;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.Noun;
import org.stadtstand.ground.text.Text;

/**
 * The result of a verification.
 *
 * @param rows how many digests there are
 * @param withheld how many of them stand for a row of which something is withheld by law
 * @param unsealed how many of those only by entries that the next release will seal
 * @param head number and hash of the newest release; empty if there is none
 * @param faults a sentence for each thing that is wrong
 * @param remarks a sentence for what this program does not recompute
 */
public record VerificationReport(
    int releases,
    int rows,
    int withheld,
    int unsealed,
    String head,
    List<Text> faults,
    List<VerificationRemark> remarks) {

  private static final Noun RELEASES = Noun.of("Ausgabe", "Ausgaben", "release", "releases");
  private static final Noun ROWS = Noun.of("Zeile", "Zeilen", "row", "rows");

  /** A row excused by an entry that no release has sealed is held against nothing. */
  VerificationVerdict verdict() {
    if (!faults.isEmpty()) {
      return VerificationVerdict.ALTERED;
    }
    return remarks.stream()
        .map(VerificationRemark::verdict)
        .reduce(
            unsealed > 0 || releases == 0
                ? VerificationVerdict.UNPROVEN
                : VerificationVerdict.UNALTERED,
            VerificationVerdict::and);
  }

  /** What is wrong, then what was checked. */
  List<Text> lines() {
    List<Text> lines = new ArrayList<>(faults);
    remarks.forEach(remark -> lines.add(remark.text()));
    Text verdict = verdict().text();
    lines.add(
        new Text(
            "%s. %s, %d davon zurückgehalten%s. Ende der Kette: %s"
                .formatted(
                    verdict.de(),
                    checked(Language.DE),
                    withheld,
                    unsealed == 0 ? "" : " (%d noch unbesiegelt)".formatted(unsealed),
                    head),
            "%s. %s, %d of them withheld%s. Head of the chain: %s"
                .formatted(
                    verdict.en(),
                    checked(Language.EN),
                    withheld,
                    unsealed == 0 ? "" : " (%d not sealed yet)".formatted(unsealed),
                    head)));
    return lines;
  }

  private String checked(Language language) {
    String all = releases + " " + RELEASES.after(releases, language);
    return all + ", " + rows + " " + ROWS.after(rows, language);
  }
}
