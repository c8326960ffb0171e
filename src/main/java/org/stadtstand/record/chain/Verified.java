package org.stadtstand.record.chain;

import java.util.List;
import org.stadtstand.ground.text.Text;

/**
 * What came of a verification.
 *
 * @param rows how many digests there are
 * @param withheld how many of them stand for a row of which something is withheld by law
 * @param unsealed how many of those only by entries that the next release seals
 * @param head number and hash of the newest release; empty if there is none
 * @param faults a sentence for each thing that is wrong
 */
public record Verified(
    int releases, int rows, int withheld, int unsealed, String head, List<Text> faults) {

  public boolean holds() {
    return faults.isEmpty();
  }
}
