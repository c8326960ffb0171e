package org.stadtstand.graph.steps;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.RecordTypes;

/** The titles of records at releases; a record without a title is named by its key. */
public record Titles(Map<RecordAtRelease, Text> known, RecordTypes types) {

  public static final Titles NONE = new Titles(Map.of(), new RecordTypes(List.of()));

  public String of(RowValues.Target target, int release, Language language) {
    Text title = known.get(new RecordAtRelease(release, target.type(), target.record()));
    return title == null ? target.key() : title.in(language);
  }

  /** The title of a record's column; its name if it has none. */
  String column(RowValues.Target target, String column, Language language) {
    return types.all().stream()
        .filter(type -> type.number() == target.type())
        .flatMap(type -> type.column(column).stream())
        .findFirst()
        .map(found -> found.label(language))
        .orElse(column);
  }

  /** The row's own title. */
  static @Nullable Text own(RowValues row) {
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
