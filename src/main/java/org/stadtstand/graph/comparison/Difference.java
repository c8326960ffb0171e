package org.stadtstand.graph.comparison;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.changes.Sentence;
import org.stadtstand.graph.steps.RowTransition;
import org.stadtstand.graph.steps.RowTypes;
import org.stadtstand.graph.steps.RowValues;
import org.stadtstand.graph.steps.Titles;
import org.stadtstand.graph.steps.ValueWords;
import org.stadtstand.ground.text.Language;
import org.stadtstand.record.declaration.Column;

/**
 * What happened to one record between two states. A change that was undone is not a difference.
 *
 * @param step the rows of the two states
 */
record Difference(RowTransition step, Titles titles) {

  DifferenceKind kind() {
    if (step.before() == null) {
      return DifferenceKind.ADDED;
    }
    return step.after() == null ? DifferenceKind.WITHDRAWN : DifferenceKind.CHANGED;
  }

  String type() {
    return RowTypes.name(step.type());
  }

  String typeLabel(Language language) {
    return step.type().label(language);
  }

  String key() {
    return step.key();
  }

  /** The record by type and its latest title. */
  String name(Language language) {
    return new ValueWords(titles, language).named(step.row(), step.key(), step.state());
  }

  /** What is different, whatever happened in between. */
  String sentence(Language language) {
    return Sentence.ofDifference(step, new ValueWords(titles, language));
  }

  List<Field> fields() {
    return step.differing().stream().map(column -> new Field(this, column)).toList();
  }

  /** A column in which the two rows differ. */
  record Field(Difference difference, Column column) {

    String field() {
      return column.name();
    }

    String fieldLabel(Language language) {
      return column.label(language);
    }

    @Nullable String before() {
      RowValues row = difference.step().before();
      return row == null ? null : row.written(column);
    }

    @Nullable String after() {
      RowValues row = difference.step().after();
      return row == null ? null : row.written(column);
    }

    @Nullable String beforeLabel(Language language) {
      return label(difference.step().before(), difference.step().earlier(), language);
    }

    @Nullable String afterLabel(Language language) {
      return label(difference.step().after(), difference.step().spot().release(), language);
    }

    private @Nullable String label(@Nullable RowValues row, int release, Language language) {
      return row == null
          ? null
          : new ValueWords(difference.titles(), language).value(row, column, release);
    }
  }
}
