package org.stadtstand.record.declaration;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Text;

/**
 * What must hold between the values of one delivered row, beyond what each column says by itself.
 */
public interface RowRule {

  /** Names the rule in findings; stable, in kebab-case. */
  String name();

  String table();

  /**
   * The sentence that tells the publisher what is wrong.
   *
   * @param row a column's delivered text, null where the cell is empty. Text of the wrong form is
   *     another check's finding: a rule passes what it cannot read.
   */
  Optional<Text> violation(Function<String, @Nullable String> row);

  /** The sentence if the values are wrong, null if they are fine. */
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
