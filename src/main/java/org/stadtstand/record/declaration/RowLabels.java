package org.stadtstand.record.declaration;

import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Text;

/**
 * What a kind of row means to readers.
 *
 * @param label one such row in words
 * @param created the kind of change that a new row is
 * @param sentence what a new row says, with its columns in braces; null if its title says enough
 */
public record RowLabels(Text label, ChangeKind created, @Nullable Text sentence) {

  public static RowLabels of(String table) {
    return new RowLabels(new Text(table.replace('_', ' '), null), ChangeKind.CREATED, null);
  }

  RowLabels called(String de, String en) {
    return new RowLabels(new Text(de, en), created, sentence);
  }

  RowLabels tells(ChangeKind created, String de, String en) {
    return new RowLabels(label, created, new Text(de, en));
  }
}
