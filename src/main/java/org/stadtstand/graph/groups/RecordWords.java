package org.stadtstand.graph.groups;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.ground.sql.Statements;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.cache.CacheRegion;
import org.stadtstand.record.cache.ResultCache;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.ListedTypes;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Ref;

/** How records that are keys of groups are called, and in which order they stand. */
@Component
class RecordWords {

  private static final String WORDS =
      """
      select r.id, p.release, r.key, {title} as title, {english} as english, {position} as position
      from unnest({0}, {1}) p (record, release) join record r on r.id = p.record
      left join {table} x on x.record = p.record and x.since <= p.release and x.until > p.release
      where r.type = {type}\
      """;

  private static final String KEYS =
      """
      select r.id, p.n from unnest({0}, {1}) p (municipality, n)
      join record r on r.municipality = p.municipality
      where r.type = {type} and r.key = any({2})\
      """;

  private final Statements statements;
  private final ListedTypes types;
  private final ResultCache cache;

  RecordWords(Statements statements, ListedTypes types, ResultCache cache) {
    this.statements = statements;
    this.types = types;
    this.cache = cache;
  }

  /** A record as it was published at a release: its words are the same on all days. */
  private record Published(MunicipalityRef place, int release, int record) {

    static Published of(Ref ref) {
      return new Published(ref.pin().place(), ref.pin().release(), ref.record());
    }
  }

  /**
   * What the records are called, each in the state of its pin.
   *
   * @param typeName of all of them, or of the interface of records of any type
   */
  Map<Integer, Named> of(String typeName, Collection<Ref> refs) {
    CacheRegion<Published, Named> kept = new CacheRegion<>(cache, List.of("words", typeName), 1);
    Map<Integer, Named> all = new HashMap<>();
    kept.all(
            refs.stream().map(Published::of).distinct().toList(),
            unknown -> read(typeName, unknown))
        .forEach((published, named) -> all.put(published.record(), named));
    return all;
  }

  /**
   * What records are called that a filter names, in the states; nothing for names of none.
   *
   * @param names keys, or table and key where records of any type are meant
   */
  Map<String, Text> called(String typeName, Collection<Pin> pins, Collection<String> names) {
    boolean any = types.find(typeName) == null;
    List<Ref> refs = new ArrayList<>();
    for (RecordType table : tables(typeName)) {
      String begin = any ? table.table() + ":" : "";
      String[] keys =
          names.stream()
              .filter(name -> name.startsWith(begin))
              .map(name -> name.substring(begin.length()))
              .toArray(String[]::new);
      if (keys.length > 0) {
        refs.addAll(refs(table, List.copyOf(pins), keys));
      }
    }
    Map<String, Text> called = new HashMap<>();
    if (!refs.isEmpty()) {
      of(typeName, refs)
          .values()
          .forEach(named -> called.put(any ? named.name() : named.key(), named.words()));
    }
    return called;
  }

  private List<Ref> refs(RecordType table, List<Pin> pins, String[] keys) {
    return statements.rows(
        new Template(KEYS).with("type", table.number()).sql(),
        List.of(
            pins.stream().map(pin -> pin.place().id()).toArray(Integer[]::new),
            IntStream.range(0, pins.size()).boxed().toArray(Integer[]::new),
            keys),
        row -> new Ref(row.integer("id"), pins.get(row.integer("n"))));
  }

  private List<RecordType> tables(String typeName) {
    ListedType<?> one = types.find(typeName);
    return (one == null ? types.all() : List.<ListedType<?>>of(one))
        .stream()
            .map(ListedType::recordType)
            .filter(Objects::nonNull)
            .filter(RecordType::hasOwnKey)
            .toList();
  }

  private Map<Published, Named> read(String typeName, List<Published> asked) {
    Map<Published, Named> all = new HashMap<>();
    for (RecordType table : tables(typeName)) {
      if (all.size() < asked.size()) {
        read(table, asked, all);
      }
    }
    return all;
  }

  private void read(RecordType table, List<Published> asked, Map<Published, Named> all) {
    List<Integer> records = new ArrayList<>();
    List<Integer> releases = new ArrayList<>();
    Map<List<Integer>, Published> byNumbers = new HashMap<>();
    for (Published published : asked) {
      records.add(published.record());
      releases.add(published.release());
      byNumbers.put(List.of(published.record(), published.release()), published);
    }
    statements.rows(
        statement(table),
        List.of(records.toArray(Integer[]::new), releases.toArray(Integer[]::new)),
        row ->
            all.put(
                Objects.requireNonNull(
                    byNumbers.get(List.of(row.integer("id"), row.integer("release")))),
                Named.of(row, table)));
  }

  private static String statement(RecordType table) {
    String title = table.title().map(Column::name).orElse("");
    String english = title.endsWith("_de") ? title.replaceFirst("_de$", "_en") : title + "_en";
    return new Template(WORDS)
        .withAny(
            Map.of(
                "title",
                title.isEmpty() ? "r.key" : "x." + title,
                "english",
                table.column(english).isPresent() ? "x." + english : "null::text",
                "position",
                table.column("position").isPresent() ? "x.position" : "0",
                "table",
                table.table(),
                "type",
                table.number()))
        .sql();
  }

  /**
   * A record with its words.
   *
   * @param name its table and key, as filters name what can be of any type
   */
  record Named(int record, int type, String name, Text words, String rank) {

    private static Named of(Row row, RecordType table) {
      String key = row.text("key");
      String title = row.textOrNull("title");
      int position = row.integer("position");
      return new Named(
          row.integer("id"),
          table.number(),
          table.table() + ":" + key,
          new Text(title == null ? key : title, row.textOrNull("english")),
          "%05d %010d %s".formatted(table.number(), position, key));
    }

    String key() {
      return name.substring(name.indexOf(':') + 1);
    }
  }
}
