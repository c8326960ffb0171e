package org.stadtstand.deliver.publication;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stadtstand.deliver.checks.Draft;
import org.stadtstand.record.declaration.DerivedTable;

/**
 * Refreshes what is derived from published rows. Usually this covers only what the release has
 * touched; after a rule has changed it covers everything, so that the new rule applies from this
 * release on and the old one to all answers before it.
 */
final class Derivation {

  private final Draft draft;

  Derivation(Draft draft) {
    this.draft = draft;
  }

  void bringUpToDate(List<DerivedTable> tables) {
    Map<String, Integer> before = versionsBefore();
    tables.forEach(table -> bringUpToDate(table, before.get(table.table())));
  }

  private void bringUpToDate(DerivedTable derived, @Nullable Integer before) {
    if (Objects.equals(before, derived.version())) {
      draft.sql(derived.refresh()).update();
      return;
    }
    draft.sql(derived.renewal()).update();
    draft
        .sql(
            """
            insert into derived_rule (municipality, derived, version)
            values (:municipality, :derived, :version)
            on conflict (municipality, derived) do update set version = excluded.version
            """)
        .param("derived", derived.table())
        .param("version", derived.version())
        .update();
  }

  private Map<String, Integer> versionsBefore() {
    Map<String, Integer> versions = new HashMap<>();
    draft.each(
        "select derived, version from derived_rule where municipality = :municipality",
        row -> versions.put(row.getString("derived"), row.getInt("version")));
    return versions;
  }
}
