package org.stadtstand.record.declaration;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Text;

/** A constraint between the values of one delivered row, beyond those of each column. */
public interface RowRule {

  /** The rule's name in findings; stable, in kebab-case. */
  String name();

  String table();

  /**
   * The sentence that tells the publisher what is wrong.
   *
   * @param row a column's delivered text, null if the cell is empty. Malformed text is another
   *     check's finding: a rule accepts what it cannot parse.
   */
  Optional<Text> violation(Function<String, @Nullable String> row);

  /** Returns the sentence if the values are wrong, null if they are fine. */
  interface Check {
    @Nullable Text apply(Function<String, @Nullable String> row);
  }

  static RowRule of(String table, String name, Check check) {
    record Checked(String name, String table, Check check) implements RowRule {
      @Override
      public Optional<Text> violation(Function<String, @Nullable String> row) {
        return Optional.ofNullable(check.apply(row));
      }
    }
    return new Checked(name, table, check);
  }

  /** The second date may not be over before the first begins. */
  static RowRule inOrder(String table, String from, String to) {
    return of(table, from + "-before-" + to, row -> DateOrder.violation(row, from, to));
  }
}
