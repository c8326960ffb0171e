package org.stadtstand.deliver.publication;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.stadtstand.deliver.checks.Draft;
import org.stadtstand.deliver.checks.Model;
import org.stadtstand.graph.changes.ChangeReader;
import org.stadtstand.graph.changes.ChangeText;
import org.stadtstand.graph.steps.RowTransitionReader;
import org.stadtstand.graph.steps.StepKind;
import org.stadtstand.ground.sql.Statements;
import org.stadtstand.record.declaration.TouchedTables;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.record.time.Release;

/**
 * What the release in the making changes, worded as in the public feed: the feed's own readers read
 * it over the draft's connection.
 */
final class DraftChanges {

  private static final int SHOWN_PER_TABLE = 100;

  private final Draft draft;
  private final Model model;
  private final Statements statements;
  private final TouchedTables touched;

  DraftChanges(Draft draft, Model model, Statements statements, TouchedTables touched) {
    this.draft = draft;
    this.model = model;
    this.touched = touched;
    this.statements = statements;
  }

  /** How many rows of each table begin, change, end and come back; unchanged tables are absent. */
  Map<String, Map<StepKind, Integer>> counts() {
    return new RowTransitionReader(statements, model.types())
        .counts(draft.release(), touched.all());
  }

  /** The first changes of each of the tables, in the order of the feed. */
  List<ChangeText> first(Collection<String> tables) {
    ChangeReader reader = new ChangeReader(statements, model.types(), model.explanations());
    Release release = release();
    List<ChangeText> changes = new ArrayList<>();
    for (String table : tables) {
      changes.addAll(reader.first(release, model.types().get(table), SHOWN_PER_TABLE));
    }
    return changes;
  }

  private Release release() {
    String key =
        draft.sql("select key from record where id = :municipality").query(String.class).single();
    MunicipalityRef place = new MunicipalityRef(draft.municipality(), key, "", "", false);
    return draft
        .sql("select * from release where id = :release")
        .query((row, number) -> Release.read(row, place))
        .single();
  }
}
