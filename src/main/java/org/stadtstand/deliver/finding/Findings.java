package org.stadtstand.deliver.finding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.stadtstand.ground.text.Text;

/**
 * All findings of one delivery. Only the first few of each file are kept and the rest are counted,
 * so that a file that is wrong throughout neither fills the memory nor hides the others. Errors are
 * counted by themselves: however many warnings there are, a refusal says why.
 */
public final class Findings {

  private final String folder;
  private final int keptPerFile;
  private final TreeSet<Finding> kept = new TreeSet<>();
  private final Map<Pile, Integer> piles = new HashMap<>();
  private boolean errors;

  /** What is counted together. */
  private record Pile(String file, boolean errors) {}

  public Findings(String folder, int keptPerFile) {
    this.folder = folder;
    this.keptPerFile = keptPerFile;
  }

  public void add(Rule rule, FindingPlace place, Object... values) {
    add(Finding.of(rule, folder, place, values));
  }

  /** A finding from a rule defined by a domain room, which supplies its own sentence. */
  public void add(String rule, FindingPlace place, Text sentence) {
    add(new Finding(FindingLevel.ERROR, Stage.READING, folder, place, rule, sentence));
  }

  /**
   * Takes note of a reason why a warning about a line stands.
   *
   * @return whether there is such a warning; among those not kept there may be
   */
  public boolean acknowledge(String rule, FindingPlace place, String reason) {
    List<Finding> known =
        kept.stream()
            .filter(finding -> finding.level() == FindingLevel.WARNING)
            .filter(finding -> finding.rule().equals(rule))
            .filter(finding -> finding.place().isIn(place))
            .toList();
    known.forEach(kept::remove);
    known.forEach(finding -> kept.add(finding.acknowledged(reason)));
    return !known.isEmpty() || left(new Pile(place.file(), false)) > 0;
  }

  private void add(Finding finding) {
    boolean error = finding.level() == FindingLevel.ERROR;
    errors |= error;
    if (piles.merge(new Pile(finding.place().file(), error), 1, Integer::sum) <= keptPerFile) {
      kept.add(finding);
    }
  }

  /** How many of a pile were not kept. */
  private int left(Pile pile) {
    return Math.max(0, piles.getOrDefault(pile, 0) - keptPerFile);
  }

  public String folder() {
    return folder;
  }

  /** Whether any finding refuses the delivery. */
  public boolean refuse() {
    return errors;
  }

  /** The findings by file, line and column, with one per file that counts the rest. */
  public List<Finding> list() {
    TreeSet<Finding> all = new TreeSet<>(kept);
    for (String file : piles.keySet().stream().map(Pile::file).distinct().toList()) {
      Pile good = new Pile(file, false);
      Pile bad = new Pile(file, true);
      int left = left(good) + left(bad);
      if (left > 0) {
        int count = piles.getOrDefault(good, 0) + piles.getOrDefault(bad, 0);
        all.add(Finding.of(FolderRule.MORE_FINDINGS, folder, FindingPlace.file(file), left, count));
      }
    }
    return List.copyOf(all);
  }
}
