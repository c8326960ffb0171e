package org.stadtstand.record.listing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.sql.Later;
import org.stadtstand.ground.sql.Statements;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Ref;

/**
 * Reads single records, many at once, by number or by key, each in the state of its own pin. The
 * statements are the same for every question, so each is built once per type.
 */
@Component
public class RecordReader {

  private static final String BY_REF =
      "unnest(?::int[], ?::int[], ?::date[]) with ordinality as pin(parent, release, day, n)";

  private static final String BY_KEY =
      "unnest(?::text[], ?::int[], ?::int[], ?::date[]) with ordinality"
          + " as pin(key, municipality, release, day, n)";

  private final Statements statements;
  private final SheetReader sheets;
  private final Map<String, String> byRef = new ConcurrentHashMap<>();
  private final Map<String, String> byKey = new ConcurrentHashMap<>();

  RecordReader(Statements statements, SheetReader sheets) {
    this.statements = statements;
    this.sheets = sheets;
  }

  /** The record if a sheet holds it, null if it says that there is none, else what is given. */
  public <T> @Nullable Object known(ListedType<T> type, Ref ref, Object otherwise) {
    return sheets.known(type, ref, otherwise);
  }

  /** The records that were published at their pins; others are missing. */
  public <T> Map<Ref, T> byRef(ListedType<T> type, Collection<Ref> refs) {
    Map<Ref, T> found = HashMap.newHashMap(refs.size());
    List<Ref> others = sheets.read(type, refs, found);
    if (!others.isEmpty()) {
      found.putAll(stated(type, others));
    }
    return found;
  }

  /** The records of lines, those of one type read together. */
  <T> Function<Slice.Line, T> nodes(
      ListedType<T> type, Collection<Slice.Line> lines, IntFunction<Pin> pinOf) {
    Map<ListedType<? extends T>, Set<Ref>> asked = new HashMap<>();
    lines.forEach(
        line ->
            asked
                .computeIfAbsent(type.kind(line.kind()), kind -> new HashSet<>())
                .add(ref(line, pinOf)));
    Map<ListedType<? extends T>, Map<Ref, ? extends T>> read = new HashMap<>();
    asked.forEach((kind, refs) -> read.put(kind, byRef(kind, refs)));
    return line -> {
      T node = read.getOrDefault(type.kind(line.kind()), Map.of()).get(ref(line, pinOf));
      if (node == null) {
        throw new IllegalStateException("There is no record " + line + " of " + type.typeName());
      }
      return node;
    };
  }

  /** The same when they are asked for: from a sheet one by one, else all together. */
  <T> Function<Slice.Line, Slice.Row<T>> rows(
      ListedType<T> type, Collection<Slice.Line> lines, IntFunction<Pin> pinOf) {
    Later<Function<Slice.Line, T>> all = new Later<>(() -> nodes(type, lines, pinOf));
    return line -> {
      ListedType<? extends T> kind = type.kind(line.kind());
      Ref ref = ref(line, pinOf);
      return new Slice.Unread<>(
          kind.typeName(), ref, () -> sheets.held(kind, ref), () -> all.get().apply(line));
    };
  }

  private static Ref ref(Slice.Line line, IntFunction<Pin> pinOf) {
    return new Ref(line.record(), pinOf.apply(line.n()));
  }

  private <T> Map<Ref, T> stated(ListedType<T> type, List<Ref> asked) {
    String text =
        byRef.computeIfAbsent(
            type.typeName(), name -> text(type, BY_REF, "{t}.record = pin.parent"));
    int[] numbers = asked.stream().mapToInt(Ref::record).toArray();
    List<Object> arrays = List.of(numbers, releases(asked, Ref::pin), days(asked, Ref::pin));
    return read(type, text, arrays, asked, Ref::pin);
  }

  /** The records that were published at their pins under these keys. */
  public <T> Map<KeyRef, T> byKey(ListedType<T> type, Collection<KeyRef> refs) {
    List<KeyRef> asked = List.copyOf(refs);
    String link =
        "{t}.record = (select r.id from record r where r.municipality = pin.municipality"
            + " and r.type = %d and r.key = pin.key)".formatted(type.number());
    String text = byKey.computeIfAbsent(type.typeName(), name -> text(type, BY_KEY, link));
    String[] keys = asked.stream().map(KeyRef::key).toArray(String[]::new);
    int[] municipalities = asked.stream().mapToInt(ref -> ref.pin().place().id()).toArray();
    List<Object> arrays =
        List.of(keys, municipalities, releases(asked, KeyRef::pin), days(asked, KeyRef::pin));
    return read(type, text, arrays, asked, KeyRef::pin);
  }

  private String text(ListedType<?> type, String pins, String link) {
    Scope scope = Scope.outermost();
    List<Field<?>> columns = new ArrayList<>(List.of(DSL.field("pin.n").as("n")));
    type.columns()
        .forEach((label, sql) -> columns.add(scope.field(sql, Object.class).as(DSL.name(label))));
    var where = scope.condition(link).and(FromClause.pinned(type, scope));
    return statements
        .text(
            DSL.select(columns)
                .from(DSL.table("the_pins"))
                .crossJoin(FromClause.of(type, scope))
                .where(where))
        .replace("the_pins", pins);
  }

  private <K, T> Map<K, T> read(
      ListedType<T> type, String text, List<Object> arrays, List<K> asked, Function<K, Pin> pinOf) {
    Map<K, T> found = HashMap.newHashMap(asked.size());
    statements.each(
        text,
        arrays,
        row -> {
          K key = asked.get(row.integer("n") - 1);
          found.put(key, type.reader().read(row, pinOf.apply(key)));
        });
    return found;
  }

  private static <K> int[] releases(List<K> asked, Function<K, Pin> pinOf) {
    return asked.stream().mapToInt(key -> pinOf.apply(key).release()).toArray();
  }

  private static <K> LocalDate[] days(List<K> asked, Function<K, Pin> pinOf) {
    return asked.stream().map(key -> pinOf.apply(key).day()).toArray(LocalDate[]::new);
  }

  /** A record identified by its publisher's key, in the state of a pin. */
  public record KeyRef(String key, Pin pin) {}
}
