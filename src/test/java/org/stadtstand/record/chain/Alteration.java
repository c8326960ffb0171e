package org.stadtstand.record.chain;

import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.record.chain.RandomRecord.Published;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.Ledger;
import org.stadtstand.record.declaration.RecordType;

/**
 * What somebody who may write everything can do to what was published. Each says what must be found
 * of it: release, table and row, as far as the alteration leaves them to be named.
 */
enum Alteration {
  VALUE {
    @Override
    String make(Place at) {
      Published row = at.row();
      List<Column> columns = row.type().columns();
      Column column = columns.get(at.random.nextInt(columns.size()));
      String name = column.stored().get(at.random.nextInt(column.stored().size()));
      boolean mayBeEmpty = !column.required() && column.defaultValue() == null;
      boolean empties = mayBeEmpty && at.random.nextInt(3) == 0;
      for (int i = 0; i < 50; i++) {
        if (at.set(row, name, empties ? null : at.own.value(column, at.random)) == 1) {
          return at.name(row) + ": altered after its publication";
        }
        empties = false;
      }
      return NOTHING;
    }
  },
  SORT_KEY {
    @Override
    String make(Place at) {
      Published row = at.row(type -> type.columns().stream().anyMatch(Column::sorted));
      Column column =
          row.type().columns().stream().filter(Column::sorted).findFirst().orElseThrow();
      at.set(row, column.name() + "_sort", "zzz");
      return at.name(row) + ": is sorted otherwise than by its text";
    }
  },
  REFERENCE_INTO_ANOTHER_CITY {
    @Override
    String make(Place at) {
      return at.refer(
          """
          select o.id from record k join record o on o.type = k.type and o.key = k.key
          where k.id = t.%1$s and o.municipality = %2$d\
          """);
    }
  },
  REFERENCE_TO_ANOTHER_TABLE {
    @Override
    String make(Place at) {
      return at.refer(
          """
          select max(o.id) from record k
          join record o on o.municipality = k.municipality and o.key = k.key and o.type <> k.type
          where k.id = t.%1$s\
          """);
    }
  },
  REFERENCE_TO_NOTHING {
    @Override
    String make(Place at) {
      return at.refer("1999999999 + 0 * %2$d");
    }
  },
  ROW_GOES {
    @Override
    String make(Place at) {
      Published row = at.row();
      at.on(row, "delete from {table} where {row}");
      return at.name(row) + ": missing";
    }
  },
  ROW_COMES {
    @Override
    String make(Place at) {
      Published row = at.row();
      at.copy(row, row.since());
      return "Release %d: %s new: put in beside the chain"
          .formatted(at.own.number(row.since()), row.type().table());
    }
  },
  ROW_COMES_WITH_ITS_DIGEST {
    @Override
    String make(Place at) {
      Published row = at.row();
      at.digest(row.type(), at.copy(row, row.since()), row.since());
      return "Release %d: rows begun are not those".formatted(at.own.number(row.since()));
    }
  },
  ROW_COMES_WITH_ITS_DIGEST_IN_NO_RELEASE {
    @Override
    String make(Place at) {
      Published row = at.row();
      int since = at.noRelease();
      if (since >= row.until()) {
        return NOTHING;
      }
      at.digest(row.type(), at.copy(row, since), since);
      return row.type().table() + " new: ";
    }
  },
  ROW_GOES_WITH_ITS_DIGEST {
    @Override
    String make(Place at) {
      Published row = at.row();
      at.on(row, "delete from {table} where {row}");
      at.on(row, "delete from leaf where {leaf}");
      return "Release %d: rows begun are not those".formatted(at.own.number(row.since()));
    }
  },
  ROW_GOES_TO_ANOTHER_CITY {
    @Override
    String make(Place at) {
      Published row = at.row();
      at.on(row, "update {table} set municipality = {other} where {row}");
      return at.name(row) + ": missing";
    }
  },
  ROW_GOES_TO_ANOTHER_CITY_WITH_ITS_DIGEST {
    @Override
    String make(Place at) {
      Published row = at.row();
      at.on(row, "update {table} set municipality = {other} where {row}");
      at.on(row, "update leaf set municipality = {other} where {leaf}");
      return at.name(row) + ": ";
    }
  },
  ROW_FOR_NO_CITY {
    @Override
    String make(Place at) {
      Published row = at.row();
      at.on(
          row,
          "insert into {table} select (t).* from (select jsonb_populate_record(t,"
              + " jsonb_build_object('municipality', 1999999999, 'since', 0, 'until', {since})) as"
              + " t from {table} t where {row}) t");
      return row.name() + ": ";
    }
  },
  ROW_BEGINS_OTHERWISE {
    @Override
    String make(Place at) {
      Published row = at.row();
      at.on(row, "update {table} set since = {since} - 1000000 where {row}");
      return at.name(row) + ": missing";
    }
  },
  ROW_ENDS_OTHERWISE {
    @Override
    String make(Place at) {
      Published row = at.row();
      at.on(row, "update {table} set until = {end} where {row}");
      return at.name(row) + ": ends otherwise than was published";
    }
  },
  ROW_ENDS_OTHERWISE_WITH_ITS_DIGEST {
    @Override
    String make(Place at) {
      Published row = at.row();
      at.on(row, "update {table} set until = {end} where {row}");
      at.on(row, "update leaf set until = {end} where {leaf}");
      return row.until() == RandomRecord.OPEN ? at.name(row) + ": " : "rows ended are not those";
    }
  },
  ROW_ENDS_WITH_ANOTHER_RELEASE {
    @Override
    String make(Place at) {
      Published row = at.row();
      int end = at.own.releases.getLast();
      if (row.until() == end || row.since() == end) {
        return NOTHING;
      }
      at.on(row, "update {table} set until = %d where {row}".formatted(end));
      at.on(row, "update leaf set until = %d where {leaf}".formatted(end));
      return "Release %d: rows ended are not those".formatted(at.own.number(end));
    }
  },
  ROWS_SWAP {
    @Override
    String make(Place at) {
      Published row = at.row();
      Published other = at.beside(row);
      if (other == null || at.alike(row, other)) {
        return NOTHING;
      }
      at.on(row, "update {table} set record = -record where {row}");
      at.on(other, "update {table} set record = %d where {row}".formatted(row.record()));
      at.on(
          row,
          "update {table} set record = %d where record = -{record} and since = {since}"
              .formatted(other.record()));
      return at.name(row) + ": ";
    }
  },
  DIGESTS_SWAP {
    @Override
    String make(Place at) {
      Published row = at.row();
      Published other = at.beside(row);
      if (other == null) {
        return NOTHING;
      }
      at.on(
          row,
          "update leaf l set digest = o.digest, salt = o.salt from leaf o where l.since = {since}"
              + " and o.since = {since} and l.type = {type} and o.type = {type}"
              + " and (l.record, o.record) in (({record}, %1$d), (%1$d, {record}))"
                  .formatted(other.record()));
      return at.name(other) + ": altered after its publication";
    }
  },
  DIGEST {
    @Override
    String make(Place at) {
      return at.leaf("digest = sha256(digest)", ": altered after its publication");
    }
  },
  SALT {
    @Override
    String make(Place at) {
      return at.leaf("salt = uuid_send(gen_random_uuid())", ": altered after its publication");
    }
  },
  SALT_GOES {
    @Override
    String make(Place at) {
      return at.leaf("salt = null", ": altered after its publication");
    }
  },
  DIGEST_GOES {
    @Override
    String make(Place at) {
      Published row = at.row();
      at.on(row, "delete from leaf where {leaf}");
      return at.name(row) + ": put in beside the chain";
    }
  },
  DIGEST_OF_ANOTHER_TABLE {
    @Override
    String make(Place at) {
      return at.leaf("type = 77", ": put in beside the chain");
    }
  },
  DIGEST_OF_ANOTHER_ROW {
    @Override
    String make(Place at) {
      return at.leaf("record = 1999999999", ": put in beside the chain");
    }
  },
  DIGEST_OF_ANOTHER_CITY {
    @Override
    String make(Place at) {
      return at.leaf("municipality = {other}", ": put in beside the chain");
    }
  },
  DIGEST_OF_ANOTHER_RELEASE {
    @Override
    String make(Place at) {
      return at.leaf("since = since - 1000000", ": put in beside the chain");
    }
  },
  DIGEST_ENDS_OTHERWISE {
    @Override
    String make(Place at) {
      return at.leaf("until = {end}", ": ends otherwise than was published");
    }
  },
  DIGEST_COMES {
    @Override
    String make(Place at) {
      Published row = at.row();
      at.on(
          row,
          "insert into leaf (since, type, record, municipality, digest)"
              + " values ({since}, -1, {record}, {own}, '\\x00')");
      return "Release %d: rows withdrawn are not those".formatted(at.own.number(row.since()));
    }
  },
  KEY {
    @Override
    String make(Place at) {
      Published row = at.row();
      at.on(row, "update record set key = 'else' where id = {record}");
      return "%s else: altered after its publication".formatted(row.type().table());
    }
  },
  KEYS_SWAP {
    @Override
    String make(Place at) {
      Published row = at.row();
      Published other = at.beside(row);
      if (other == null) {
        return NOTHING;
      }
      at.on(row, "update record set key = 'else' where id = {record}");
      at.on(other, "update record set key = '%s' where id = {record}".formatted(row.key()));
      at.on(row, "update record set key = '%s' where id = {record}".formatted(other.key()));
      return at.name(row) + ": altered after its publication";
    }
  },
  RECORD_OF_ANOTHER_CITY {
    @Override
    String make(Place at) {
      Published row = at.row();
      at.on(row, "update record set municipality = {other}, key = 'z-1' where id = {record}");
      return row.type().table() + " z-1: ";
    }
  },
  RECORD_OF_ANOTHER_CITY_UNDER_ITS_KEY {
    @Override
    String make(Place at) {
      Published row = at.row();
      at.on(
          row,
          "update record set key = 'z-1' where municipality = {other} and type = {type} and key = '%s'"
              .formatted(row.key()));
      at.on(row, "update record set municipality = {other} where id = {record}");
      return at.name(row) + ": ";
    }
  },
  RECORD_OF_ANOTHER_TABLE {
    @Override
    String make(Place at) {
      Published row = at.row();
      at.on(row, "update record set type = 77 where id = {record}");
      return at.name(row) + ": ";
    }
  },
  RECORD_GOES {
    @Override
    String make(Place at) {
      Published row = at.row();
      at.withoutForeignKeys();
      at.on(row, "delete from record where id = {record}");
      return row.type().table() + " #" + row.record() + ": ";
    }
  },
  WITHDRAWAL_COMES {
    @Override
    String make(Place at) {
      Published row = at.row();
      at.on(
          row,
          "insert into withdrawal (record, release, kind) values ({record}, {since}, 'EXPLAINED')");
      return "Release %d: withdrawal %s:%s: put in beside the chain"
          .formatted(at.own.number(row.since()), row.type().table(), row.key());
    }
  },
  WITHDRAWAL_GOES {
    @Override
    String make(Place at) {
      return at.withdrawal("delete from withdrawal w where {withdrawal}", ": missing");
    }
  },
  WITHDRAWAL_SAYS_OTHERWISE {
    @Override
    String make(Place at) {
      return at.withdrawal(
          "update withdrawal w set reason = 'Umsonst' where {withdrawal}", ": altered");
    }
  },
  WITHDRAWAL_WITHOUT_WORDS {
    @Override
    String make(Place at) {
      return at.withdrawal(
          "update withdrawal w set kind = 'UNEXPLAINED' where {withdrawal}", ": altered");
    }
  },
  REDACTION {
    @Override
    String make(Place at) {
      at.sql(
          "update redaction set %s where municipality = {own}"
              .formatted(
                  at.one(
                      "reason = 'Anderer Grund'",
                      "legal_basis = 'Anderes Recht'",
                      "withheld_at = withheld_at - interval '1 day'",
                      "field = 'source'",
                      "stands = false",
                      "type = type + 1",
                      "record = record + 1",
                      "release = (select max(id) from release)",
                      "number = 9",
                      "sealed = null",
                      "municipality = {other}")));
      return ": redaction ";
    }
  },
  REDACTION_GOES {
    @Override
    String make(Place at) {
      at.withoutForeignKeys();
      at.sql("delete from redaction where municipality = {own}");
      return ": redaction #";
    }
  },
  NOTE_OF_WITHHOLDING_GOES {
    @Override
    String make(Place at) {
      at.sql("delete from withheld where municipality = {own}");
      return ": redaction 1: altered";
    }
  },
  NOTE_OF_WITHHOLDING_COMES {
    @Override
    String make(Place at) {
      Published row = at.row();
      at.on(row, at.note());
      return at.name(row) + ": counts as withheld otherwise";
    }
  },
  VALUE_UNDER_A_NOTE_OF_WITHHOLDING {
    @Override
    String make(Place at) {
      Published row = at.row();
      at.on(row, at.note());
      at.on(row, "update leaf set salt = null where {leaf}");
      at.on(row, "update {table} set note = 'Etwas anderes' where {row}");
      return at.name(row) + ": altered after its publication";
    }
  },
  RELEASE {
    @Override
    String make(Place at) {
      String column =
          at.one(
              "hash = md5(hash) || md5(hash)",
              "previous = md5(hash) || md5(coalesce(previous, hash))",
              "seal = replace(seal, 'opened', 'Opened')",
              "opened = opened + 1",
              "closed = closed + 1",
              "withdrawn = withdrawn + 1",
              "published_at = published_at + interval '1 second'",
              "known_from = known_from - interval '1 microsecond'",
              "stands_for = stands_for - 1",
              "kind = 'RECONSTRUCTED'",
              "reason = coalesce(reason || '!', 'Neu')",
              "revokes = case when revokes is null then id end",
              "revokes = (select o.id from release o where o.municipality = {other} and o.number ="
                  + " 1)",
              "municipality = {other}, number = 77",
              "number = number + 70");
      int release = at.own.releases.get(at.random.nextInt(at.own.releases.size()));
      at.sql("update release set %s where id = %d".formatted(column, release));
      return column.contains("number")
          ? "elease "
          : "Release %d: ".formatted(at.own.number(release));
    }
  },
  RELEASE_GOES {
    @Override
    String make(Place at) {
      int release = at.own.releases.get(at.random.nextInt(at.own.releases.size()));
      at.withoutForeignKeys();
      at.sql("delete from release where id = " + release);
      return "elease ";
    }
  },
  RELEASES_SWAP {
    @Override
    String make(Place at) {
      at.sql(
          "update release set number = number + 1000 where municipality = {own} and number <= 2");
      at.sql(
          "update release set number = 1003 - number where municipality = {own} and number > 1000");
      return "Release 1: ";
    }
  };

  /** Said where there is nothing of the kind to be altered. */
  static final String NOTHING = "";

  /** Alters something; returns what must be found, or {@link #NOTHING}. */
  abstract String make(Place at);

  /** What can be altered, and the dice. */
  static final class Place {

    private static final JdbcClient DATABASE = Ledger.database();

    final RandomRecord own;
    final RandomRecord twin;
    final Random random;
    private final List<Published> rows;

    Place(RandomRecord own, RandomRecord twin, List<Published> rows, Random random) {
      this.own = own;
      this.twin = twin;
      this.rows = rows;
      this.random = random;
    }

    Published row() {
      return row(type -> true);
    }

    Published row(Predicate<RecordType> which) {
      List<Published> these = rows.stream().filter(row -> which.test(row.type())).toList();
      return these.get(random.nextInt(these.size()));
    }

    /** Another row of the table that the same release began; null if there is none. */
    @Nullable Published beside(Published row) {
      return rows.stream()
          .filter(other -> other.type().equals(row.type()) && other.since() == row.since())
          .filter(other -> other.record() != row.record())
          .findFirst()
          .orElse(null);
    }

    /** Whether the two say the same but for their keys. */
    boolean alike(Published row, Published other) {
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

    String name(Published row) {
      return "Release %d: %s".formatted(own.number(row.since()), row.name());
    }

    String one(String... of) {
      return of[random.nextInt(of.length)];
    }

    /** The id of a release that is not one of the city's own: another city's, or nobody's. */
    int noRelease() {
      return random.nextBoolean() ? twin.releases.getLast() : 1_999_999_999;
    }

    int sql(String sql) {
      return DATABASE
          .sql(
              sql.replace("{own}", String.valueOf(own.municipality))
                  .replace("{other}", String.valueOf(twin.municipality)))
          .update();
    }

    /** They hold back nobody who may write everything. */
    void withoutForeignKeys() {
      DATABASE.sql("set local session_replication_role = replica").update();
    }

    /** Alters one row, or its digest, which must be there. */
    void on(Published row, String sql) {
      String filled =
          sql.replace("{table}", row.type().table())
              .replace("{row}", "record = {record} and since = {since}")
              .replace("{leaf}", "type = {type} and record = {record} and since = {since}")
              .replace("{record}", String.valueOf(row.record()))
              .replace("{since}", String.valueOf(row.since()))
              .replace("{type}", String.valueOf(row.type().number()))
              .replace("{end}", String.valueOf(end(row)));
      if (sql(filled) == 0) {
        throw new IllegalStateException("Nothing was altered: " + filled);
      }
    }

    private int end(Published row) {
      return row.until() == RandomRecord.OPEN ? 1_999_999_999 : RandomRecord.OPEN;
    }

    /** Counts a row among those of which something is withheld. */
    String note() {
      return "insert into withheld (since, type, record, municipality, field, redaction)"
          + " select {since}, {type}, {record}, {own}, 'other', id from redaction"
          + " where municipality = {own}";
    }

    String leaf(String set, String found) {
      Published row = row();
      on(row, "update leaf set " + set + " where {leaf}");
      return name(row) + found;
    }

    int set(Published row, String column, @Nullable Object value) {
      return DATABASE
          .sql(
              """
              update %1$s set %2$s = :value where record = :record and since = :since
                and %2$s is distinct from :value
              """
                  .formatted(row.type().table(), column))
          .param("value", value)
          .param("record", row.record())
          .param("since", row.since())
          .update();
    }

    String refer(String goal) {
      Published row = row();
      List<Column> references =
          row.type().columns().stream()
              .filter(column -> column.kind() == Column.Kind.REFERENCE)
              .toList();
      Column column = references.get(random.nextInt(references.size()));
      int changed =
          sql(
              """
              update %1$s t set %2$s = (%3$s)
              where t.record = %4$d and t.since = %5$d and (%3$s) is distinct from t.%2$s
              """
                  .formatted(
                      row.type().table(),
                      column.name(),
                      goal.formatted(column.name(), twin.municipality),
                      row.record(),
                      row.since()));
      return changed == 0 ? NOTHING : name(row) + ": altered after its publication";
    }

    /** Puts the row in again as that of a new key; returns its record. */
    int copy(Published row, int since) {
      int record =
          DATABASE
              .sql(
                  "insert into record (municipality, type, key) values (:city, :type, 'new')"
                      + " returning id")
              .param("city", own.municipality)
              .param("type", row.type().number())
              .query(int.class)
              .single();
      on(
          row,
          "insert into {table} select (t).* from (select jsonb_populate_record(t,"
              + " jsonb_build_object('record', %d, 'since', %d)) as t from {table} t where {row}) t"
                  .formatted(record, since));
      return record;
    }

    /** Adds the digest that the chain would have for the row. */
    void digest(RecordType type, int record, int since) {
      LeafKind kind =
          LeafKind.all(Ledger.types()).stream()
              .filter(each -> each.number() == type.number())
              .findFirst()
              .orElseThrow();
      sql(
          """
          insert into leaf (since, type, record, until, municipality, salt, digest)
          select since, %d, record, until, municipality, '\\x00',
            sha256('\\x00'::bytea || convert_to(%s, 'UTF8'))
          from %s t where record = %d and since = %d
          """
              .formatted(type.number(), kind.canonical(), type.table(), record, since));
    }

    String withdrawal(String sql, String found) {
      List<String> all =
          DATABASE
              .sql(
                  """
                  select concat_ws(' ', w.record, w.release, k.type, k.key) from withdrawal w
                  join record k on k.id = w.record where k.municipality = :own
                  """)
              .param("own", own.municipality)
              .query((row, number) -> row.getString(1))
              .list();
      if (all.isEmpty()) {
        return NOTHING;
      }
      String[] one = all.get(random.nextInt(all.size())).split(" ");
      sql(
          sql.replace(
              "{withdrawal}", "w.record = %s and w.release = %s".formatted(one[0], one[1])));
      return "Release %d: withdrawal %s:%s%s"
          .formatted(
              own.number(Integer.parseInt(one[1])),
              Ledger.types().get(Integer.parseInt(one[2])).table(),
              one[3],
              found);
    }
  }
}
