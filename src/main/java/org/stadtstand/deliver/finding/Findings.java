package org.stadtstand.deliver.finding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.stadtstand.ground.text.Text;

/**
 * All findings of one delivery. Only the first few of each file are kept and the rest are counted,
 * so that a file that is wrong throughout neither fills the memory nor hides the others.
 */
public final class Findings {

  private final String folder;
  private final int keptPerFile;
  private final TreeSet<Finding> kept = new TreeSet<>();
  private final Map<String, Integer> byFile = new HashMap<>();
  private boolean errors;

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
    return !known.isEmpty() || byFile.getOrDefault(place.file(), 0) > keptPerFile;
  }

  private void add(Finding finding) {
    errors |= finding.level() == FindingLevel.ERROR;
    if (byFile.merge(finding.place().file(), 1, Integer::sum) <= keptPerFile) {
      kept.add(finding);
    }
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
    byFile.forEach(
        (file, count) -> {
          if (count > keptPerFile) {
            int left = count - keptPerFile;
            all.add(
                Finding.of(FolderRule.MORE_FINDINGS, folder, FindingPlace.file(file), left, count));
          }
        });
    return List.copyOf(all);
  }
}
