package org.stadtstand.graph.changes;

import org.jspecify.annotations.Nullable;
import org.stadtstand.graph.steps.RowTypes;
import org.stadtstand.graph.steps.RowValues;
import org.stadtstand.graph.steps.ShownStates;
import org.stadtstand.graph.steps.Titles;
import org.stadtstand.graph.steps.ValueWords;
import org.stadtstand.graph.steps.Withdrawal;
import org.stadtstand.ground.text.Language;
import org.stadtstand.record.declaration.ChangeKind;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Pinned;

/**
 * A change as the API shows it, with the titles of what its rows refer to.
 *
 * @param id its cursor: the same whenever it is read
 */
public record TitledChange(String id, RecordChange change, Titles titles) implements Pinned {

  public ChangeKind kind() {
    return change.kind();
  }

  ExplanationStatus explained() {
    return change.explained();
  }

  @Override
  public String key() {
    return change.step().key();
  }

  @Override
  public int record() {
    return change.step().spot().record();
  }

  /** The state that holds the newer of the rows: before a withdrawal, the one before. */
  @Override
  public Pin pin() {
    Pin pin = ShownStates.of(change.release());
    return change.isWithdrawal()
        ? new Pin(pin.place(), change.step().earlier(), pin.number() - 1, pin.day(), false)
        : pin;
  }

  @Nullable String field() {
    return change.field();
  }

  @Nullable String before() {
    return change.before();
  }

  @Nullable String after() {
    return change.after();
  }

  @Nullable String reason() {
    Withdrawal withdrawal = change.step().withdrawal();
    return withdrawal == null ? null : withdrawal.reason();
  }

  String type() {
    return RowTypes.name(change.step().type());
  }

  String typeLabel(Language language) {
    return change.step().type().label(language);
  }

  @Nullable String fieldLabel(Language language) {
    Column column = change.column();
    return column == null ? null : column.label(language);
  }

  @Nullable String beforeLabel(Language language) {
    return label(change.step().before(), change.step().earlier(), language);
  }

  @Nullable String afterLabel(Language language) {
    return label(change.step().after(), change.step().spot().release(), language);
  }

  private @Nullable String label(@Nullable RowValues row, int release, Language language) {
    Column column = change.column();
    return row == null || column == null
        ? null
        : new ValueWords(titles, language).value(row, column, release);
  }

  String sentence(Language language) {
    return Sentence.of(change, new ValueWords(titles, language));
  }
}
