package org.stadtstand.record.chain;

import static org.stadtstand.record.chain.Alteration.NOTHING;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.record.chain.RandomRecord.Published;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.Ledger;
import org.stadtstand.record.declaration.RecordType;

/**
 * Someone with full write access who throws dice: chooses what to alter in a published city, and
 * fills the gaps of statements accordingly.
 */
final class Forger {

  private static final JdbcClient DATABASE = Ledger.database();
  private static final int NOBODY = 1_999_999_999;

  private final RandomRecord own;
  private final RandomRecord twin;
  private final List<Published> rows;
  private final Random dice;

  Forger(RandomRecord own, RandomRecord twin, List<Published> rows, Random dice) {
    this.own = own;
    this.twin = twin;
    this.rows = rows;
    this.dice = dice;
  }

  Published row() {
    return one(rows);
  }

  Optional<Published> row(Predicate<Published> which) {
    List<Published> these = rows.stream().filter(which).toList();
    return these.isEmpty() ? Optional.empty() : Optional.of(one(these));
  }

  /** Another row that the same release began in the table, with different content. */
  Optional<Published> beside(Published row) {
    return rows.stream()
        .filter(other -> other.type().equals(row.type()) && other.since() == row.since())
        .filter(other -> other.record() != row.record())
        .filter(other -> !alike(row, other))
        .findFirst();
  }

  /** Whether the two have the same content apart from their keys. */
  private static boolean alike(Published row, Published other) {
    return DATABASE
        .sql(
            """
            select to_jsonb(a) - 'record' = to_jsonb(b) - 'record' from %1$s a, %1$s b
            where a.record = :a and b.record = :b and a.since = :since and b.since = :since
            """
                .formatted(row.type().table()))
        .param("a", row.record())
        .param("b", other.record())
        .param("since", row.since())
        .query(boolean.class)
        .single();
  }

  /** The two cities. */
  Map<String, Object> gaps() {
    return Map.of("own", own.municipality, "other", twin.municipality);
  }

  Map<String, Object> gaps(Published row) {
    return and(
        gaps(),
        Map.of(
            "name", "Release %d: %s".formatted(own.number(row.since()), row.name()),
            "release", "Release " + own.number(row.since()),
            "table", row.type().table(),
            "type", row.type().number(),
            "key", row.key(),
            "record", row.record(),
            "since", row.since(),
            "end", row.open() ? NOBODY : RandomRecord.OPEN,
            "row", "record = %d and since = %d".formatted(row.record(), row.since()),
            "leaf",
                "type = %d and record = %d and since = %d"
                    .formatted(row.type().number(), row.record(), row.since())));
  }

  Map<String, Object> gaps(Published row, Published beside) {
    return and(gaps(row), Map.of("beside", beside.record(), "besideKey", beside.key()));
  }

  Map<String, Object> release() {
    int release = one(own.releases);
    return and(gaps(), Map.of("id", release, "release", "Release " + own.number(release)));
  }

  Optional<Map<String, Object>> withdrawal() {
    List<Map<String, Object>> all =
        DATABASE
            .sql(
                """
                select w.record, w.release, k.type, k.key from withdrawal w
                join record k on k.id = w.record where k.municipality = :own
                """)
            .param("own", own.municipality)
            .query(
                (row, number) ->
                    Map.<String, Object>of(
                        "withdrawal",
                        "record = %d and release = %d"
                            .formatted(row.getInt("record"), row.getInt("release")),
                        "release",
                        "Release " + own.number(row.getInt("release")),
                        "table",
                        Ledger.types().get(row.getInt("type")).table(),
                        "key",
                        row.getString("key")))
            .list();
    return all.isEmpty() ? Optional.empty() : Optional.of(one(all));
  }

  /** Runs the statements, each of which must alter something, and returns what must be found. */
  String alter(Map<String, Object> gaps, String found, String... statements) {
    for (String statement : statements) {
      if (run(filled(statement, gaps)) == 0 && !statement.equals(Alteration.WITHOUT_FOREIGN_KEYS)) {
        throw new IllegalStateException("Nothing was altered: " + filled(statement, gaps));
      }
    }
    return filled(found, gaps);
  }

  String alterValue() {
    Published row = row();
    return alterValue(row, one(row.type().columns()));
  }

  String alterValue(Published row, Column column) {
    String name = one(column.stored());
    boolean mayBeEmpty = !column.required() && column.defaultValue() == null;
    boolean empties = mayBeEmpty && dice.nextInt(3) == 0;
    for (int i = 0; i < 50; i++) {
      if (set(row, name, empties ? null : own.value(column, dice)) == 1) {
        return filled("{name}: altered after its publication", gaps(row));
      }
      empties = false;
    }
    return NOTHING;
  }

  String alterSortKey() {
    Published row =
        row(any -> any.type().columns().stream().anyMatch(Column::sorted)).orElseThrow();
    Column column = row.type().columns().stream().filter(Column::sorted).findFirst().orElseThrow();
    set(row, column.name() + "_sort", "zzz");
    return filled("{name}: is sorted otherwise than by its text", gaps(row));
  }

  /** Points a reference of some row to the goal, a query in which the row is t. */
  String refer(String goal) {
    Published row = row();
    Column column =
        one(
            row.type().columns().stream()
                .filter(each -> each.kind() == Column.Kind.REFERENCE)
                .toList());
    Map<String, Object> gaps = and(gaps(row), Map.of("column", column.name()));
    String statement =
        """
        update {table} t set {column} = (%1$s)
        where {row} and (%1$s) is distinct from t.{column}
        """
            .formatted(goal);
    return run(filled(statement, gaps)) == 0
        ? NOTHING
        : filled("{name}: altered after its publication", gaps);
  }

  String endWithNewest() {
    Published row = row();
    int end = own.releases.getLast();
    if (row.until() == end || row.since() == end) {
      return NOTHING;
    }
    return alter(
        and(gaps(row), Map.of("end", end)),
        "Release %d: rows ended are not those".formatted(own.number(end)),
        "update {table} set until = {end} where {row}",
        "update leaf set until = {end} where {leaf}");
  }

  String addRow() {
    Published row = row();
    copy(row, row.since());
    return filled("{release}: {table} new: put in beside the chain", gaps(row));
  }

  String addRowWithDigest() {
    Published row = row();
    digest(row.type(), copy(row, row.since()), row.since());
    return filled("{release}: rows begun are not those", gaps(row));
  }

  /** In a release that does not belong to the city: another city's, or nobody's. */
  String addRowInNoRelease() {
    Published row = row();
    int since = dice.nextBoolean() ? twin.releases.getLast() : NOBODY;
    if (since >= row.until()) {
      return NOTHING;
    }
    digest(row.type(), copy(row, since), since);
    return filled("{table} new: ", gaps(row));
  }

  /** Inserts a copy of the row under a new key; returns its record. */
  private int copy(Published row, int since) {
    int record =
        DATABASE
            .sql(
                """
                insert into record (municipality, type, key) values (:city, :type, 'new')
                returning id
                """)
            .param("city", own.municipality)
            .param("type", row.type().number())
            .query(int.class)
            .single();
    alter(
        gaps(row),
        NOTHING,
        """
        insert into {table} select (t).* from (select jsonb_populate_record(t,
          jsonb_build_object('record', %d, 'since', %d)) as t from {table} t where {row}) t
        """
            .formatted(record, since));
    return record;
  }

  /** Adds the digest that the chain would have for the row. */
  private static void digest(RecordType type, int record, int since) {
    LeafKind kind =
        LeafKind.all(Ledger.types()).stream()
            .filter(each -> each.number() == type.number())
            .findFirst()
            .orElseThrow();
    run(
        """
        insert into leaf (since, type, record, until, municipality, salt, digest)
        select since, %d, record, until, municipality, '\\x00',
          sha256('\\x00'::bytea || convert_to(%s, 'UTF8'))
        from %s t where record = %d and since = %d
        """
            .formatted(type.number(), kind.canonical(), type.table(), record, since));
  }

  private static int set(Published row, String column, @Nullable Object given) {
    // The driver sends varchar[], which PostgreSQL does not compare with text[].
    String value = given instanceof String[] ? "cast(:value as text[])" : ":value";
    return DATABASE
        .sql(
            """
            update %1$s set %2$s = %3$s where record = :record and since = :since
              and %2$s is distinct from %3$s
            """
                .formatted(row.type().table(), column, value))
        .param("value", given)
        .param("record", row.record())
        .param("since", row.since())
        .update();
  }

  private static int run(String sql) {
    return DATABASE.sql(sql).update();
  }

  private <T> T one(List<T> of) {
    return of.get(dice.nextInt(of.size()));
  }

  private static Map<String, Object> and(Map<String, Object> gaps, Map<String, Object> more) {
    Map<String, Object> all = new HashMap<>(gaps);
    all.putAll(more);
    return all;
  }

  private static String filled(String text, Map<String, Object> gaps) {
    String filled = text;
    for (Map.Entry<String, Object> gap : gaps.entrySet()) {
      filled = filled.replace("{" + gap.getKey() + "}", gap.getValue().toString());
    }
    return filled;
  }
}
