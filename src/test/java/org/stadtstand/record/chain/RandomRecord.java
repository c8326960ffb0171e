package org.stadtstand.record.chain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.ground.text.SortKey;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.Ledger;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;

/**
 * A municipality whose releases contain rows of all tables with values of all kinds, written as a
 * publication would leave them, and chained. Whether the importer would accept the values does not
 * matter here.
 */
final class RandomRecord {

  static final int OPEN = Integer.MAX_VALUE;

  private static final JdbcClient DATABASE = Ledger.database();
  private static final RecordTypes TYPES = Ledger.types();
  private static final Chain CHAIN = new Chain(TYPES, new NoCitations());
  private static final int KEYS = 3;
  private static final List<String> WORDS =
      List.of("Straße", "Netz \"2\"", "Zeile\nund\tnoch eine\\", "Ärger", "x");

  private static int cities;

  final int municipality;
  final List<Integer> releases = new ArrayList<>();
  private final Map<String, Integer> records = new LinkedHashMap<>();

  /** What a release does to the row of a key: begin, change or end it. */
  record Move(int table, int key, boolean ends, boolean withWords, int value) {}

  /** A published row. */
  record Published(RecordType type, int record, int since, int until, String key) {

    /** Its name in verification reports. */
    String name() {
      return type.table() + " " + key;
    }

    boolean open() {
      return until == OPEN;
    }
  }

  RandomRecord() {
    municipality =
        DATABASE
            .sql(
                """
                with given as (select nextval(pg_get_serial_sequence('record', 'id'))::int as id)
                insert into record (id, municipality, type, key) overriding system value
                select id, id, 1, :key from given returning id
                """)
            .param("key", "random-" + ++cities)
            .query(int.class)
            .single();
    DATABASE
        .sql(
            """
            insert into record (municipality, type, key)
            select :municipality, type, 'x-' || n
            from unnest(:types) as t (type), generate_series(1, :keys) as n
            returning id, type, key
            """)
        .param("municipality", municipality)
        .param("types", TYPES.all().stream().map(RecordType::number).toArray(Integer[]::new))
        .param("keys", KEYS)
        .query(
            row -> {
              records.put(row.getInt("type") + " " + row.getString("key"), row.getInt("id"));
            });
  }

  /** Makes a release of what the moves do; the first also has one row of each table. */
  void publish(List<Move> moves) {
    int release = open();
    deliver(release);
    if (releases.isEmpty()) {
      TYPES.all().forEach(type -> begin(type, record(type, 1), release, new Random(1)));
    }
    releases.add(release);
    List<Integer> moved = new ArrayList<>();
    for (Move move : moves) {
      RecordType type = List.copyOf(TYPES.all()).get(move.table() % TYPES.all().size());
      int record = record(type, 1 + move.key() % KEYS);
      if (!moved.contains(record)) {
        moved.add(record);
        take(type, record, move, release);
      }
    }
    CHAIN.add(DATABASE, release);
    CHAIN.seal(DATABASE, release);
  }

  /** A revocation is of no folder. */
  private static void deliver(int release) {
    DATABASE
        .sql(
            """
            insert into delivery (release, municipality, package, folder, digest, bytes)
            select id, municipality, 'random', number::text,
              sha256(convert_to('random ' || id, 'UTF8')), '\\x00'
            from release where id = :release and revokes is null
            """)
        .param("release", release)
        .update();
  }

  private int open() {
    return DATABASE
        .sql(
            """
            insert into release (municipality, number, published_at, kind, stands_for, known_from,
              reason, revokes)
            values (:municipality, :number, :moment, 'PUBLISHED', '2026-01-01', :moment, :reason,
              :revokes)
            returning id
            """)
        .param("municipality", municipality)
        .param("number", releases.size() + 1)
        .param(
            "moment",
            OffsetDateTime.of(2026, 1, 1 + releases.size(), 9, 0, 0, 7000, ZoneOffset.UTC))
        .param("reason", releases.isEmpty() ? null : "Grund")
        .param("revokes", releases.size() < 2 ? null : releases.getFirst())
        .query(int.class)
        .single();
  }

  private void take(RecordType type, int record, Move move, int release) {
    int ended =
        DATABASE
            .sql(
                "update %s set until = :release where record = :record and since < :release and until = %d"
                    .formatted(type.table(), OPEN))
            .param("release", release)
            .param("record", record)
            .update();
    if (!move.ends()) {
      begin(type, record, release, new Random(move.value()));
    } else if (ended > 0 && move.withWords()) {
      DATABASE
          .sql(
              """
              insert into withdrawal (record, release, kind, reason)
              values (:record, :release, 'EXPLAINED', 'Doppelt')
              """)
          .param("record", record)
          .param("release", release)
          .update();
    }
  }

  private void begin(RecordType type, int record, int release, Random random) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("record", record);
    values.put("municipality", municipality);
    values.put("since", release);
    for (Column column : type.columns()) {
      boolean empty = !column.required() && column.defaultValue() == null && random.nextInt(4) == 0;
      column.stored().forEach(name -> values.put(name, empty ? null : value(column, random)));
      if (column.kind() == Column.Kind.PARTIAL_DATE
          && values.get(column.stored().getLast()) instanceof LocalDate day) {
        values.put(column.stored().getFirst(), day.minusDays(random.nextInt(2) * 30L));
      }
      if (column.sorted()) {
        values.put(column.name() + "_sort", SortKey.of(String.valueOf(values.get(column.name()))));
      }
    }
    List<String> names = List.copyOf(values.keySet());
    // A row from the first release may be touched by one of its moves.
    DATABASE
        .sql(
            "insert into %s (%s) values (:%s) on conflict do nothing"
                .formatted(type.table(), String.join(", ", names), String.join(", :", names)))
        .params(values)
        .update();
  }

  /** Some value that the column allows. */
  Object value(Column column, Random random) {
    return switch (column.kind()) {
      case TEXT, UNIT -> WORDS.get(random.nextInt(WORDS.size())) + random.nextInt(9);
      case CHOICE -> column.allowed().get(random.nextInt(column.allowed().size()));
      case INTEGER -> random.nextInt(9);
      case DECIMAL -> new BigDecimal(random.nextInt(900)).movePointLeft(random.nextInt(3));
      case BOOLEAN -> random.nextBoolean();
      case DATE, PARTIAL_DATE -> LocalDate.of(2025, 1, 1).plusDays(random.nextInt(300));
      case LIST -> new String[] {WORDS.get(random.nextInt(WORDS.size())), "und"};
      case REFERENCE -> {
        RecordType type =
            column.references() != null
                ? TYPES.get(column.references())
                : List.copyOf(TYPES.all()).get(random.nextInt(TYPES.all().size()));
        yield record(type, 1 + random.nextInt(KEYS));
      }
    };
  }

  int record(RecordType type, int key) {
    return records.getOrDefault(type.number() + " x-" + key, 0);
  }

  /** Withholds a remark from every state of a project, by a valid entry. */
  void redact() {
    int record = record(TYPES.get("project"), 1);
    for (String sql :
        List.of(
            "update project set note = null where record = :record",
            "update leaf set salt = null where record = :record and type = :type",
            """
            insert into redaction (municipality, number, type, record, field, stands, withheld_at,
              reason, legal_basis)
            values (:municipality, 1, :type, :record, 'note', true, now(), 'Grund', 'Recht')
            """,
            """
            insert into withheld (since, type, record, municipality, field, redaction)
            select l.since, l.type, l.record, l.municipality, x.field, x.id
            from leaf l join redaction x using (municipality, type, record)
            where l.record = :record and l.type = :type
            """)) {
      DATABASE
          .sql(sql)
          .param("municipality", municipality)
          .param("type", TYPES.get("project").number())
          .param("record", record)
          .update();
    }
  }

  /** The number of the release with this id; 0 if there is none. */
  int number(int release) {
    return releases.indexOf(release) + 1;
  }

  /** All except those with something withheld: nobody can tell what else was in them. */
  List<Published> rows() {
    List<Published> rows = new ArrayList<>();
    for (RecordType type : TYPES.all()) {
      DATABASE
          .sql(
              """
              select t.record, t.since, t.until, k.key from %s t join record k on k.id = t.record
              join leaf l on l.type = k.type and l.record = t.record and l.since = t.since
                and l.salt is not null
              where t.municipality = :municipality order by t.since, t.record
              """
                  .formatted(type.table()))
          .param("municipality", municipality)
          .query(
              row -> {
                rows.add(
                    new Published(
                        type,
                        row.getInt("record"),
                        row.getInt("since"),
                        row.getInt("until"),
                        row.getString("key")));
              });
    }
    return rows;
  }
}
