package org.stadtstand.graph.steps;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.RecordTypes;

/**
 * The titles of records at releases; a record without a title is named by its key.
 *
 * @param rows the records that are named by what they are about, for want of a title that says it
 */
public record Titles(
    Map<RecordAtRelease, Title> known, Map<RecordAtRelease, RowValues> rows, RecordTypes types) {

  public static final Titles NONE = new Titles(Map.of(), Map.of(), new RecordTypes(List.of()));

  /**
   * A record's title.
   *
   * @param work what tells a source from others of its publisher; null for everything else
   */
  record Title(Text name, @Nullable String work) {}

  public String of(RowValues.Target target, int release, Language language) {
    Title title = known.get(spot(target, release));
    return title == null ? target.key() : title.name().in(language);
  }

  /** The title, of a source with that of the work: one publisher's sources are told apart. */
  String exact(RowValues.Target target, int release, Language language) {
    Title title = known.get(spot(target, release));
    String name = of(target, release, language);
    return title == null || title.work() == null ? name : name + ": " + title.work();
  }

  @Nullable RowValues row(RowValues.Target target, int release) {
    return rows.get(spot(target, release));
  }

  private static RecordAtRelease spot(RowValues.Target target, int release) {
    return new RecordAtRelease(release, target.type(), target.record());
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
