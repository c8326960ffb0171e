package org.stadtstand.deliver.checks;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stadtstand.deliver.description.Description;
import org.stadtstand.record.time.ReleaseKind;

/** Checks the state that a delivery would make, once its rows are in place. */
public final class StateChecks {

  private final Draft draft;
  private final Model model;
  private final Description description;

  public StateChecks(Draft draft, Model model, Description description) {
    this.draft = draft;
    this.model = model;
    this.description = description;
  }

  /**
   * @param listed how many rows of each delivered table require action
   * @param touched the tables in which rows begin or end
   * @param left whether any row ends for good
   */
  public void run(Map<TableSql, DeliveredCounts> listed, Set<TableSql> touched, boolean left) {
    new References(draft).check(touched, left);
    new Explanations(draft).check(model.explanations());
    if (description.revokes() == null) {
      // Whatever a revocation changes is explained by it.
      new UnexplainedChanges(draft, model.explanations()).check(listed);
    }
    new SeriesCheck(draft).check(model.series());
    new SourceFit(draft).check(model.sourceRules());
    new DoubtCheck(draft, model.doubtSql()).check(touched);
    if (description.kind() == ReleaseKind.RECONSTRUCTED) {
      Optional.ofNullable(description.standsFor()).ifPresent(new SourceDates(draft)::check);
    }
    new Acknowledgements(draft).apply();
  }
}
