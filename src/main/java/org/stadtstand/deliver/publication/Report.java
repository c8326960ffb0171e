package org.stadtstand.deliver.publication;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.deliver.finding.Finding;
import org.stadtstand.graph.changes.ChangeText;
import org.stadtstand.graph.steps.StepKind;

/**
 * The result for one folder.
 *
 * @param number the number of the release that was made, would be made, or had been made before
 * @param counts how many rows of each table begin, change, end and come back
 * @param changes the changes one by one as the feed will show them, up to a limit; only in a
 *     preview
 */
public record Report(
    Outcome outcome,
    String folder,
    @Nullable Integer number,
    Map<String, Map<StepKind, Integer>> counts,
    List<ChangeText> changes,
    List<Finding> findings) {

  /** How the import of a folder can end. */
  public enum Outcome {
    PUBLISHED,
    /** The report shows what publishing would do; nothing was published. */
    PREVIEWED,
    /** The same content was published before, or a published folder was changed. */
    SKIPPED,
    /** The delivery was refused; the findings say why. */
    REFUSED
  }

  static Report of(Outcome outcome, String folder, List<Finding> findings) {
    return new Report(outcome, folder, null, Map.of(), List.of(), findings);
  }
}
