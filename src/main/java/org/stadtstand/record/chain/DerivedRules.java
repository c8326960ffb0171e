package org.stadtstand.record.chain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.DerivedTable;
import org.stadtstand.record.search.TextIndexCheck;

/**
 * Compares the noted versions of rules with those that were applied and those of this program. Only
 * what the present version has derived is recomputed, so that naming another one would hide
 * anything.
 */
final class DerivedRules {

  private static final String APPLIED =
      """
      select p.rules from {table} p
      where p.municipality = :municipality and upper_inf(p.known) and p.rules is distinct from (
        select d.version from derived_rule d
        where d.municipality = :municipality and d.derived = '{table}')
      order by 1 limit 1
      """;

  private final JdbcClient jdbc;
  private final List<DerivedTable> tables;

  DerivedRules(JdbcClient jdbc, List<DerivedTable> tables) {
    this.jdbc = jdbc;
    this.tables = tables;
  }

  /** The tables that follow another version than is noted of them. */
  List<Text> faults(int municipality) {
    return tables.stream().flatMap(table -> applied(table, municipality).stream()).toList();
  }

  private Optional<Text> applied(DerivedTable table, int municipality) {
    return jdbc.sql(new Template(APPLIED).with("table", table.table()).sql())
        .param("municipality", municipality)
        .query(int.class)
        .optional()
        .map(
            version ->
                SealedRelease.fault(
                    0,
                    "%s: folgt Fassung %d der Regel, anders als vermerkt"
                        .formatted(table.table(), version),
                    "%s: follows version %d of the rule, otherwise than is noted"
                        .formatted(table.table(), version)));
  }

  /** What the next publication will make anew, and is compared with nothing until then. */
  List<VerificationRemark> remarks(int municipality) {
    Map<String, Integer> present = new TreeMap<>();
    tables.forEach(table -> present.put(table.table(), table.version()));
    present.put("search_posting", TextIndexCheck.RULES);
    Map<String, Integer> noted = noted(municipality);
    return present.entrySet().stream()
        .filter(rule -> !rule.getValue().equals(noted.get(rule.getKey())))
        .map(rule -> remark(rule.getKey(), rule.getValue(), noted.get(rule.getKey())))
        .toList();
  }

  private Map<String, Integer> noted(int municipality) {
    Map<String, Integer> noted = new TreeMap<>();
    jdbc.sql("select derived, version from derived_rule where municipality = :municipality")
        .param("municipality", municipality)
        .query(
            row -> {
              noted.put(row.getString("derived"), row.getInt("version"));
            });
    return noted;
  }

  private static VerificationRemark remark(String table, int present, @Nullable Integer noted) {
    return new VerificationRemark(
        VerificationVerdict.UNPROVEN,
        noted == null
            ? new Text(
                table + ": nicht nachgerechnet; es ist nicht vermerkt, nach welcher Regel",
                table + ": not recomputed; it is not noted by which rule")
            : new Text(
                "%s: nicht nachgerechnet; vermerkt ist Fassung %d der Regel, hier gilt %d"
                    .formatted(table, noted, present),
                "%s: not recomputed; version %d of the rule is noted, here it is %d"
                    .formatted(table, noted, present)));
  }
}
