package org.stadtstand.record.listing;

import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.DerivedFields;
import org.stadtstand.record.declaration.Formula;
import org.stadtstand.record.declaration.JoinedRow;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Ref;

/**
 * All types and relations that rooms list, assembled once at startup: each type with the filters
 * that follow from its columns and from the relations of all rooms.
 */
@Component
public final class ListedTypes {

  private static final Pattern CELL = Pattern.compile("\\{(\\w+)}\\.(\\w+)");

  private final Map<String, ListedType<?>> byName = new LinkedHashMap<>();
  private final List<Relation<?>> relations;
  private final List<DerivedFields> derivedFields;
  private final Map<ListedType<?>, Map<String, FilterField>> filters = new IdentityHashMap<>();
  private final WhereClause where = new WhereClause(this::filters);

  public ListedTypes(List<? extends ListingRoom> rooms, RecordTypes recordTypes) {
    // By number, so that nothing depends on the order in which Spring finds the rooms.
    List<? extends ListingRoom> ordered =
        rooms.stream().sorted(Comparator.comparingInt(ListedTypes::number)).toList();
    ordered.stream()
        .flatMap(room -> room.listedTypes().stream())
        .sorted(Comparator.comparingInt(ListedType::number))
        .forEach(this::add);
    relations = ordered.stream().<Relation<?>>flatMap(room -> room.relations().stream()).toList();
    relations.forEach(this::check);
    derivedFields = ordered.stream().flatMap(room -> room.derivedFields().stream()).toList();
    byName.values().forEach(type -> filters.put(type, allFilters(type, recordTypes)));
  }

  private static int number(ListingRoom room) {
    return room.listedTypes().stream().mapToInt(ListedType::number).min().orElse(0);
  }

  private void add(ListedType<?> type) {
    if (byName.put(type.typeName(), type) != null) {
      throw new IllegalStateException("Two listed types are called " + type.typeName() + ".");
    }
  }

  private void check(Relation<?> relation) {
    if (!byName.containsKey(relation.parentType())) {
      throw new IllegalStateException(
          "The relation %s starts from a type that no room lists: %s."
              .formatted(relation, relation.parentType()));
    }
    if (byName.get(relation.child().typeName()) != relation.child()) {
      throw new IllegalStateException(
          "The relation %s leads to a type that no room lists: %s."
              .formatted(relation, relation.child().typeName()));
    }
  }

  private Map<String, FilterField> allFilters(ListedType<?> type, RecordTypes recordTypes) {
    Map<String, FilterField> all = PublishedColumns.filters(type, recordTypes);
    type.filters().forEach(all::putIfAbsent);
    if (type.recordType() != null) {
      type.recordType().about().ifPresent(column -> addOwner(all, column, recordTypes));
    }
    relations.stream()
        .filter(relation -> relation.filters() && relation.parentType().equals(type.typeName()))
        .forEach(relation -> all.put(relation.field(), where.relation(relation)));
    return all;
  }

  /** What a row is about can be asked for by all that it has, not by its key alone. */
  private void addOwner(Map<String, FilterField> filters, Column column, RecordTypes recordTypes) {
    String table = column.references();
    ListedType<?> owner = table == null ? null : byName.get(recordTypes.get(table).typeName());
    if (owner != null) {
      filters.put(column.field() + "Fits", where.owner(owner, column));
    }
  }

  /** What SQL of a type's rows stands for; null if only a statement can work it out. */
  public @Nullable Formula formula(ListedType<?> type, String sql) {
    Formula own = value(type, sql);
    Map<String, Formula> values = own == null ? values(type) : null;
    return values == null
        ? own
        : values.values().stream().filter(one -> one.sql().equals(sql)).findFirst().orElse(null);
  }

  /** The columns as a sheet works them out; null if it cannot, because one is only in SQL. */
  static @Nullable Map<String, Formula> values(ListedType<?> type) {
    Map<String, Formula> values = new LinkedHashMap<>(type.formulas());
    type.columns().forEach((label, sql) -> values.computeIfAbsent(label, own -> value(type, sql)));
    return type.recordType() == null || values.size() < type.columns().size() ? null : values;
  }

  /** What SQL stands for that names one column; null if it does more, or of a row unknown here. */
  static @Nullable Formula value(ListedType<?> type, String sql) {
    Matcher cell = CELL.matcher(sql);
    return cell.matches() && isKnown(type, cell.group(1))
        ? Formula.cell(cell.group(1), cell.group(2))
        : null;
  }

  private static boolean isKnown(ListedType<?> type, String row) {
    return row.equals("t") || row.equals("record") || type.rows().containsKey(row);
  }

  /** The rows that are joined to those of a type, by name. */
  public Map<String, JoinedRow> joinedRows(ListedType<?> type) {
    return type.rows();
  }

  /** Whether rows of a type are not listed before a day of their own. */
  public boolean isEvent(ListedType<?> type) {
    return !type.happened().isEmpty();
  }

  /** That day; null if only a statement can tell. */
  public @Nullable Formula happened(ListedType<?> type) {
    return formula(type, type.happened());
  }

  /** The types ordered by number. */
  public Collection<ListedType<?>> all() {
    return byName.values();
  }

  /** The types whose records are published rows. */
  public Set<String> recordNames() {
    return byName.values().stream()
        .filter(type -> type.recordType() != null)
        .map(ListedType::typeName)
        .collect(Collectors.toSet());
  }

  public @Nullable ListedType<?> find(String typeName) {
    return byName.get(typeName);
  }

  public List<Relation<?>> relations() {
    return relations;
  }

  public List<DerivedFields> derivedFields() {
    return derivedFields;
  }

  /** The filters available for records of the type. */
  public Map<String, FilterField> filters(ListedType<?> type) {
    return filters.getOrDefault(type, type.filters());
  }

  /**
   * Rejects what makes no valid statement; returns what the filter names by key.
   *
   * @param list the name of the list: its type at the root, else the relation
   */
  public Set<KeyFilter.Named> check(String list, ListedType<?> type, ListArguments arguments) {
    if (arguments.isPlain()) {
      return Set.of();
    }
    Scope scope = Scope.outermost(arguments.language());
    where.paged(list, type, arguments, ListOrder.of(type, arguments, scope), scope);
    return scope.named();
  }

  /** The rows of several lists of all records of a type, each at its pins. */
  public Hits hits(ListedType<?> type, List<List<Pin>> lists, ListArguments arguments) {
    return Hits.of(type, lists, arguments, where);
  }

  /** The rows of the lists of several parents. */
  public Hits hits(Relation<?> relation, List<Ref> parents, ListArguments arguments) {
    return Hits.of(relation, parents, arguments, where);
  }

  WhereClause where() {
    return where;
  }

  /** A room, as the lists see it: the types it lists, and their relations. */
  public interface ListingRoom {

    List<ListedType<?>> listedTypes();

    /** Relations between types, one or both of which may belong to other rooms. */
    default List<Relation<?>> relations() {
      return List.of();
    }

    /** What the fields of this room's types rest on, unless it is the record's own source. */
    default List<DerivedFields> derivedFields() {
      return List.of();
    }
  }
}
