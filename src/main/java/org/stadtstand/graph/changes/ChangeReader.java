package org.stadtstand.graph.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.stadtstand.graph.steps.Position;
import org.stadtstand.graph.steps.Prefilter;
import org.stadtstand.graph.steps.RecordAtRelease;
import org.stadtstand.graph.steps.RowTransition;
import org.stadtstand.graph.steps.RowTransitionReader;
import org.stadtstand.graph.steps.TitleReader;
import org.stadtstand.graph.steps.Titles;
import org.stadtstand.graph.steps.ValueWords;
import org.stadtstand.ground.sql.Statements;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.ExplainingEvent;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.time.Release;

/**
 * Reads what releases changed, each change with its explanation or marked as unexplained. The feed
 * and the preview of a delivery both use one, so that a steward reads what the public will read.
 */
public final class ChangeReader {

  private final RowTransitionReader steps;
  private final ReasonReader reasons;
  private final TitleReader titles;

  /**
   * @param statements on a draft's own connection they also see what is not published yet
   */
  public ChangeReader(
      Statements statements, RecordTypes types, List<ExplainingEvent> explanations) {
    this.steps = new RowTransitionReader(statements, types);
    this.reasons = new ReasonReader(statements, types, explanations);
    this.titles = new TitleReader(statements, types);
  }

  /** The first changes that a release makes to a table, in the order of the feed. */
  public List<ChangeText> first(Release release, RecordType type, int limit) {
    Prefilter only = new Prefilter(Set.of(type.table()), null, false, List.of());
    List<RecordAtRelease> spots = steps.spots(List.of(release.id()), Position.START, only, limit);
    List<RecordChange> changes = changes(spots, Map.of(release.id(), release));
    List<RecordChange> shown = changes.subList(0, Math.min(limit, changes.size()));
    Titles known = titles(shown);
    return shown.stream().map(change -> text(change, known)).toList();
  }

  private static ChangeText text(RecordChange change, Titles titles) {
    RowTransition step = change.step();
    return new ChangeText(
        step.kind(),
        step.type().table(),
        step.key(),
        change.field(),
        change.kind(),
        change.explained(),
        new Text(
            Sentence.of(change, new ValueWords(titles, Language.DE)),
            Sentence.of(change, new ValueWords(titles, Language.EN))));
  }

  List<RecordAtRelease> spots(
      List<Integer> releases, Position from, Prefilter narrowing, int limit) {
    return steps.spots(releases, from, narrowing, limit);
  }

  /** The changes of these records at their releases, in the given order. */
  List<RecordChange> changes(List<RecordAtRelease> spots, Map<Integer, Release> byId) {
    List<RowTransition> read = steps.steps(spots);
    Map<RecordAtRelease, List<Reason>> given = reasons.reasons(read);
    List<RecordChange> changes = new ArrayList<>();
    for (RowTransition step : read) {
      Release release = Objects.requireNonNull(byId.get(step.spot().release()));
      List<Reason> own = given.getOrDefault(step.spot(), List.of());
      changes.addAll(ChangeClassifier.changes(step, release, own));
    }
    return changes;
  }

  /** The titles of the records to which the changed rows refer. */
  Titles titles(List<RecordChange> changes) {
    return titles.titles(changes.stream().map(RecordChange::step).toList());
  }
}
