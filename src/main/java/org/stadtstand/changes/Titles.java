package org.stadtstand.changes;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.Language;
import org.stadtstand.record.Text;

/** What records were called at releases; a record without a title is called by its key. */
record Titles(Map<Spot, Text> known) {

  static final Titles NONE = new Titles(Map.of());

  String of(Cells.Target target, int release, Language language) {
    Text title = known.get(new Spot(release, target.type(), target.record()));
    return title == null ? target.key() : title.in(language);
  }

  /** The title that a row has itself. */
  static @Nullable Text own(Cells row) {
    return row.type()
        .title()
        .map(
            column ->
                Text.of(
                    row.get(column),
                    row.type().column(english(column.name())).map(row::get).orElse(null)))
        .orElse(null);
  }

  static String english(String column) {
    return column.endsWith("_de") ? column.replaceAll("_de$", "_en") : column + "_en";
  }
}
