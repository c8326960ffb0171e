package org.stadtstand.record.declaration;

import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Text;

/**
 * What a kind of row means to readers.
 *
 * @param label one such row in words
 * @param created the kind of change that a new row is
 * @param sentence what a new row says, with its columns in braces; null if its title says enough
 * @param apart what tells it from others about the same thing, likewise; null if nothing is
 *     declared
 */
public record RowLabels(
    Text label, ChangeKind created, @Nullable Text sentence, @Nullable Text apart) {

  public static RowLabels of(String table) {
    return new RowLabels(new Text(table.replace('_', ' '), null), ChangeKind.CREATED, null, null);
  }

  RowLabels called(String de, String en) {
    return new RowLabels(new Text(de, en), created, sentence, apart);
  }

  RowLabels tells(ChangeKind created, String de, String en) {
    return new RowLabels(label, created, new Text(de, en), apart);
  }

  RowLabels apart(String de, String en) {
    return new RowLabels(label, created, sentence, new Text(de, en));
  }
}
