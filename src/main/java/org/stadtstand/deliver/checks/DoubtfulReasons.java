package org.stadtstand.deliver.checks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadtstand.deliver.description.CatalogueEntry;
import org.stadtstand.deliver.description.Description;
import org.stadtstand.deliver.finding.FindingPlace;
import org.stadtstand.deliver.reading.MetaTables;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordType;

/**
 * Names what is doubtful in texts that are published although they are in no row: what a release
 * says of itself, and why rows are withdrawn.
 */
public final class DoubtfulReasons {

  private static final String WITHDRAWALS =
      "select line, key, reason from stage_withdrawals where reason is not null order by line";

  /** Columns of the municipality whose values a description gives, where they are looked at. */
  private static final Set<String> GIVEN = Set.of("publisher", "licence", "attribution");

  private final Draft draft;

  public DoubtfulReasons(Draft draft) {
    this.draft = draft;
  }

  static boolean lookAt(RecordType type, Column column) {
    return type.table().equals("municipality") && GIVEN.contains(column.name());
  }

  public void check(Description description) {
    texts(description)
        .forEach(
            (property, text) ->
                DoubtfulText.each(
                    text,
                    (rule, found) ->
                        draft.findings().add(rule, description.place(property), property, found)));
    if (draft.isDelivered(MetaTables.WITHDRAWALS)) {
      draft.each(
          WITHDRAWALS,
          row -> {
            String key = row.getString("key");
            FindingPlace place =
                new FindingPlace(
                    draft.file(MetaTables.WITHDRAWALS), row.getLong("line"), 0, "reason");
            DoubtfulText.each(
                row.getString("reason"),
                (rule, found) -> draft.findings().add(rule, place, key, found));
          });
    }
  }

  /** By the properties that hold them. */
  private static Map<String, String> texts(Description description) {
    CatalogueEntry entry = description.entry();
    Map<String, String> texts = new LinkedHashMap<>();
    put(texts, "stadtstand.release.reason", description.reason());
    put(texts, "title", entry.title());
    put(texts, "description", entry.description());
    put(texts, "keywords", String.join(" | ", entry.keywords()));
    put(texts, "stadtstand.attribution", description.given().get("attribution"));
    put(texts, "publisher", description.given().get("publisher"));
    return texts;
  }

  private static void put(Map<String, String> texts, String property, @Nullable String text) {
    Optional.ofNullable(text).ifPresent(given -> texts.put(property, given));
  }
}
