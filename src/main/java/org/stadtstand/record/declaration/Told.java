package org.stadtstand.record.declaration;

import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Text;

/**
 * What a kind of row is to readers.
 *
 * @param label one such row in words
 * @param created the kind of change that a new row is
 * @param sentence what a new row says, with its columns in braces; null if its title says enough
 */
public record Told(Text label, ChangeKind created, @Nullable Text sentence) {

  public static Told of(String table) {
    return new Told(new Text(table.replace('_', ' '), null), ChangeKind.CREATED, null);
  }

  Told called(String de, String en) {
    return new Told(new Text(de, en), created, sentence);
  }

  Told tells(ChangeKind created, String de, String en) {
    return new Told(label, created, new Text(de, en));
  }
}
