package org.stadtstand.record.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.DerivedTable;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.search.TextIndexCheck;

/**
 * Verifies the database against the chain: each row against its digest, each release against its
 * rows, and each hash against the previous one. Anyone who distrusts this program can use the
 * script instead.
 */
public final class Verification {

  // Nobody reads a report of a thousand faults; the first ones show where to look.
  private static final int SHOWN = 100;

  private static final String ROWS =
      """
      select c.number, coalesce(t.key, '#' || t.record) as key, case
        when t.digest is null then 'UNKNOWN' when t.until <> t.ends then 'ENDED' else 'ALTERED'
        end as fault
      from (
        select t.record, t.since, t.until, l.until as ends, l.digest, {key} as key, {withheld} as withheld,
          sha256(l.salt || convert_to({canonical}, 'UTF8')) as found
        from ({rows}) t
        left join leaf l on l.since = t.since and l.type = {type} and l.record = t.record
          and l.municipality = t.municipality
        where t.municipality = :municipality
      ) t left join release c on c.id = t.since
      where t.digest is null or t.until <> t.ends
        or t.found is distinct from t.digest and not t.withheld
      order by t.since, t.key limit {limit}
      """;

  private static final String MISSING =
      """
      select c.number, coalesce({key}, '#' || l.record) as key, 'MISSING' as fault
      from (select l.*, l.since as opened, l.record as subject from leaf l) l left join release c on c.id = l.since
      where l.municipality = :municipality and l.type = {type} and not {withheld}
        and not exists (select from ({rows}) t where t.record = l.record and t.since = l.since
          and t.municipality = l.municipality)
      order by l.since, 2 limit {limit}
      """;

  /** A row found by its key in one municipality that counts for another. */
  private static final String ASTRAY =
      """
      select c.number, k.key, 'UNKNOWN' as fault
      from {name} t join record k on k.id = t.record
      left join release c on c.id = t.since and c.municipality = k.municipality
      where k.municipality = :municipality and t.municipality <> k.municipality
      order by t.since, k.key limit {limit}
      """;

  /** Excuses a row that cannot match its digest because all or part of it was withheld. */
  private static final String WITHHELD =
      """
      (l.salt is null and exists (select from withheld w join redaction x on x.id = w.redaction
        where w.since = l.since and w.type = l.type and w.record = l.record
          and w.municipality = l.municipality and (x.type, x.record, x.municipality) = (l.type, l.record, l.municipality)
          and (x.sealed is null or l.since < x.sealed) and {which}))\
      """;

  private static final String ROWS_OF =
      "select count(*) from leaf l where l.municipality = :municipality and ";

  private static final Map<String, Text> FAULTS =
      Map.of(
          "UNKNOWN",
          new Text("an der Kette vorbei eingefügt", "put in beside the chain"),
          "ENDED",
          new Text("endet anders als veröffentlicht", "ends otherwise than was published"),
          "ALTERED",
          new Text("nach der Veröffentlichung geändert", "altered after its publication"),
          "MISSING",
          new Text("fehlt", "missing"));

  private final JdbcClient jdbc;
  private final Leaves leaves;
  private final List<LeafKind> kinds;
  private final RecordTypes types;
  private final DerivedPeriods derived;
  private final DerivedRules rules;

  /**
   * @param derived the tables to recompute, for which the transaction of {@code jdbc} must allow
   *     temporary tables until this has been created
   */
  public Verification(JdbcClient jdbc, RecordTypes types, List<DerivedTable> derived) {
    this.derived = new DerivedPeriods(jdbc, derived);
    this.rules = new DerivedRules(jdbc, derived);
    this.jdbc = jdbc;
    this.types = types;
    this.leaves = new Leaves(types);
    this.kinds = LeafKind.all(types);
  }

  /**
   * Verifies one municipality.
   *
   * @param known a head saved from an earlier answer; without one nobody can see that a whole chain
   *     was rebuilt
   */
  public VerificationReport verify(int municipality, @Nullable KnownHead known) {
    List<Text> faults = new ArrayList<>();
    List<SealedRelease> releases = SealedRelease.all(jdbc, municipality);
    int expected = 1;
    for (SealedRelease release : releases) {
      faults.addAll(release.faults(expected, SealWriter.seal(jdbc, release.id())));
      expected = release.number() + 1;
    }
    kinds.forEach(kind -> rows(kind, municipality, faults));
    uncovered(municipality, faults);
    if (known != null) {
      faults.addAll(known.faults(releases));
    }
    return new VerificationReport(
        releases.size(),
        count(ROWS_OF + "true", municipality),
        count(ROWS_OF + withheld("true"), municipality),
        count(
            ROWS_OF + withheld("true") + " and not " + withheld("x.sealed is not null"),
            municipality),
        releases.isEmpty() ? "" : releases.getLast().head(),
        faults,
        remarks(municipality));
  }

  /** What no digest covers, compared with what some does. */
  private void uncovered(int municipality, List<Text> faults) {
    faults.addAll(new RowPlacement(jdbc, leaves).faults(municipality, SHOWN));
    faults.addAll(new SortKeys(jdbc, types).faults(municipality, SHOWN));
    faults.addAll(new RecordEnds(jdbc, types).faults(municipality, SHOWN));
    faults.addAll(new DeliveryRows(jdbc).faults(municipality, SHOWN));
    faults.addAll(rules.faults(municipality));
    faults.addAll(derived.faults(municipality, SHOWN));
    new TextIndexCheck(jdbc, types, municipality)
        .faults().stream().limit(SHOWN).map(Verification::searched).forEach(faults::add);
  }

  private List<VerificationRemark> remarks(int municipality) {
    List<VerificationRemark> remarks = new ArrayList<>(rules.remarks(municipality));
    derived.older(municipality).stream()
        .map(text -> new VerificationRemark(VerificationVerdict.UNALTERED, text))
        .forEach(remarks::add);
    return remarks;
  }

  private static Text searched(String what) {
    return SealedRelease.fault(
        0,
        "Suche (%s): ist nicht, was aus den Zeilen folgt".formatted(what),
        "search (%s): is not what follows from the rows".formatted(what));
  }

  private void rows(LeafKind kind, int municipality, List<Text> faults) {
    for (String sql : kind.number() > 0 ? List.of(ROWS, MISSING, ASTRAY) : List.of(ROWS, MISSING)) {
      jdbc.sql(filled(sql, kind))
          .param("municipality", municipality)
          .query(
              row -> {
                Text fault = FAULTS.getOrDefault(row.getString("fault"), new Text("?", null));
                faults.add(
                    SealedRelease.fault(
                        row.getInt("number"),
                        "%s %s: %s".formatted(kind.name(), row.getString("key"), fault.de()),
                        "%s %s: %s".formatted(kind.name(), row.getString("key"), fault.en())));
              });
    }
  }

  private String filled(String sql, LeafKind kind) {
    boolean rows = sql.equals(ROWS);
    return new Template(sql)
        .withAny(
            Map.of(
                "key", rows ? kind.key() : leaves.key("l"),
                "withheld", withheld(rows ? "x.field is not null" : "x.field is null"),
                "name", kind.name(),
                "canonical", kind.canonical(),
                "rows", kind.rows(),
                "type", kind.number(),
                "limit", SHOWN))
        .sql();
  }

  private static String withheld(String which) {
    return new Template(WITHHELD).with("which", which).sql();
  }

  private int count(String sql, int municipality) {
    return jdbc.sql(sql).param("municipality", municipality).query(int.class).single();
  }
}
