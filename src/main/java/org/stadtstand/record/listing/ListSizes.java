package org.stadtstand.record.listing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jooq.Condition;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.sql.Statements;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.search.ContainedTexts;
import org.stadtstand.record.search.SoughtParts;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.record.time.Pin;

/**
 * How long lists can be, known before they are read: the rows of a type in a release, and the most
 * that any parent has of them. A release never changes, so each number is read once. Of a long list
 * not all rows are looked at where a filter tells by their words which can fit.
 */
@Component
public class ListSizes {

  private static final long KEPT = 50_000;

  /** Comparing the parents of more rows would take longer than most answers. */
  private static final long GROUPED = 200_000;

  /** Fewer texts are tested sooner than words are looked up. */
  private static final long LONG = 20_000;

  /** To look one of so many rows up takes as long as to test all of them where they stand. */
  private static final long SOME = 25;

  /** So few are looked up of any list. */
  private static final long FEW = 1_000;

  /** So many times a page are picked: some may not fit the rest of the filter. */
  private static final int PAGES = 4;

  private final Statements statements;
  private final ContainedTexts texts;
  private final HeldOrder order;
  private final long scanned;
  private final Cache<Key, Integer> known = Caffeine.newBuilder().maximumSize(KEPT).build();

  /** Knows how records are ordered without reading them, if columns of theirs are in memory. */
  public interface HeldOrder {

    /**
     * The first of some records in an order; nothing if columns do not tell.
     *
     * @param rows how many the list has
     */
    Optional<int[]> first(ListedType<?> type, Pin pin, Wanted wanted, LongSupplier rows);
  }

  /**
   * What a page begins with.
   *
   * @param after the record before it; null for the first page
   * @param most so many, if there are
   */
  public record Wanted(
      List<OrderField.Term> order, int[] records, @Nullable Integer after, int most) {}

  @Autowired
  ListSizes(Statements statements, ContainedTexts texts, HeldOrder order) {
    this(statements, texts, order, LONG);
  }

  /**
   * @param scanned how many rows of a list are looked at one by one
   */
  ListSizes(Statements statements, ContainedTexts texts, HeldOrder order, long scanned) {
    this.statements = statements;
    this.texts = texts;
    this.order = order;
    this.scanned = scanned;
  }

  /** Which of all records of a type are looked at to find those that fit a filter. */
  Optional<int[]> narrowed(ListedType<?> type, List<Pin> pins, ListArguments arguments) {
    SoughtParts.Texts compared = compared(type, pins, arguments);
    if (compared == null) {
      return Optional.empty();
    }
    return SoughtParts.of(compared, arguments.filter())
        .filter(parts -> isLong(type, pins))
        .flatMap(parts -> texts.find(pins, compared.type(), parts, most(rows(type, pins))));
  }

  /** Those of many with which a page begins, if columns in memory tell. */
  Optional<int[]> first(
      ListedType<?> type, List<Pin> pins, ListArguments arguments, int[] records) {
    Page page = arguments.page();
    int most = PAGES * (page.size() + 1);
    if (pins.size() != 1 || records.length <= Math.max(most, Math.min(FEW, scanned))) {
      return Optional.empty();
    }
    Cursor near = page.near();
    Wanted wanted =
        new Wanted(
            ListOrder.terms(type, arguments), records, near == null ? null : near.record(), most);
    return order.first(type, pins.getFirst(), wanted, () -> rows(type, pins));
  }

  /** How many records of a type fit a filter, if their words tell without looking at any row. */
  Optional<Integer> counted(ListedType<?> type, List<Pin> pins, ListArguments arguments) {
    SoughtParts.Texts compared = compared(type, pins, arguments);
    return compared == null || pins.size() != 1
        ? Optional.empty()
        : SoughtParts.alone(compared, arguments.filter())
            .filter(part -> isLong(type, pins))
            .flatMap(part -> texts.count(pins.getFirst(), compared.type(), part));
  }

  private SoughtParts.@Nullable Texts compared(
      ListedType<?> type, List<Pin> pins, ListArguments arguments) {
    RecordType table = type.recordType();
    return table == null || pins.stream().map(Pin::place).distinct().count() != 1
        ? null
        : new SoughtParts.Texts(table, name -> text(type, table, name), arguments.language());
  }

  private static int most(long rows) {
    return (int) Math.clamp(rows / SOME, FEW, Integer.MAX_VALUE - 1);
  }

  private boolean isLong(ListedType<?> type, List<Pin> pins) {
    return rows(type, pins) > scanned * pins.size();
  }

  /**
   * Only some records. Selected, because the planner looks at each of some thousand values that it
   * is shown.
   */
  static Condition among(Optional<int[]> records, Scope scope) {
    return records
        .map(known -> Arrays.stream(known).boxed().toArray(Integer[]::new))
        .map(
            known ->
                DSL.condition(
                    "{0} = any(array(select unnest({1})))",
                    scope.field("{t}.record", Integer.class), DSL.val(known)))
        .orElse(DSL.noCondition());
  }

  /** The text of its rows that a field of a filter compares; null if it compares something else. */
  private static @Nullable Column text(ListedType<?> type, RecordType table, String filter) {
    return type.filters().containsKey(filter)
        ? null
        : table.columns().stream()
            .filter(column -> column.kind() == Column.Kind.TEXT && column.field().equals(filter))
            .findFirst()
            .orElse(null);
  }

  /** The rows of the type, in all states together. */
  public long rows(ListedType<?> type, Collection<Pin> pins) {
    return sizes(type, pins, unknown -> statements.counts(rowsOf(type, unknown))).stream()
        .mapToLong(Integer::longValue)
        .sum();
  }

  /** The rows of the published types together. */
  public long all(Collection<ListedType<?>> types, Collection<Pin> pins) {
    return types.stream()
        .filter(type -> type.recordType() != null)
        .mapToLong(type -> rows(type, pins))
        .sum();
  }

  /**
   * The most related records that one parent has in any of the states, on any day.
   *
   * @param arguments of the list, from which a relation may follow
   */
  public long most(Relation<?> relation, Map<String, Object> arguments, Collection<Pin> pins) {
    long rows = rows(relation.child(), pins);
    String parent = relation.parent(arguments);
    if (parent == null || rows <= 1 || rows > GROUPED) {
      return rows;
    }
    return sizes(relation, pins, unknown -> statements.counts(most(relation, parent, unknown)))
        .stream()
        .mapToLong(Integer::longValue)
        .max()
        .orElse(0);
  }

  private Collection<Integer> sizes(
      Object list, Collection<Pin> pins, Function<List<Pin>, Map<Integer, Integer>> reader) {
    Map<Key, Integer> sizes = new LinkedHashMap<>();
    Map<Key, Pin> unread = new LinkedHashMap<>();
    for (Pin pin : pins) {
      Key key = new Key(list, pin.place(), pin.release());
      if (sizes.computeIfAbsent(key, known::getIfPresent) == null) {
        unread.put(key, pin);
      }
    }
    if (!unread.isEmpty()) {
      Map<Integer, Integer> counts = reader.apply(List.copyOf(unread.values()));
      int n = 1;
      for (Key key : unread.keySet()) {
        sizes.put(key, counts.getOrDefault(n++, 0));
        known.put(key, sizes.get(key));
      }
    }
    return sizes.values();
  }

  private static ResultQuery<?> rowsOf(ListedType<?> type, List<Pin> pins) {
    Scope scope = Scope.outermost();
    return DSL.resultQuery(
        "select pin.n, count(*) from {0} cross join {1} where {2} group by pin.n",
        FromClause.pins(pins), FromClause.of(type, scope), published(scope));
  }

  private static ResultQuery<?> most(Relation<?> relation, String parent, List<Pin> pins) {
    Scope scope = Scope.outermost();
    var column = scope.field(parent, Integer.class);
    return DSL.resultQuery(
        "select x.n, max(x.count) from (select pin.n, count(*) as count from {0} cross join {1}"
            + " where {2} group by pin.n, {3}) x group by x.n",
        FromClause.pins(pins), FromClause.of(relation, scope), published(scope), column);
  }

  /** At the release, on whatever day. */
  private static Condition published(Scope scope) {
    return scope.condition(
        "{t}.municipality = pin.municipality"
            + " and {t}.since <= pin.release and {t}.until > pin.release");
  }

  private record Key(Object list, MunicipalityRef place, int release) {}
}
