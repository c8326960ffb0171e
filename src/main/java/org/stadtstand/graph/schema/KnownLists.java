package org.stadtstand.graph.schema;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;
import java.util.function.ToLongBiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.arguments.Arguments;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.record.listing.FilterField;
import org.stadtstand.record.listing.ListSizes;
import org.stadtstand.record.listing.ListedType;
import org.stadtstand.record.listing.Relation;
import org.stadtstand.record.time.KnownAt;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Present;
import org.stadtstand.record.time.StateRequest;

/**
 * What is known of a question's lists before it is answered: in which states a field is read, and
 * how many elements its list has there at most.
 */
@Component
public class KnownLists {

  /** A list of which nothing is known: paged by its caller, or too many states to look at. */
  public static final long UNKNOWN = Long.MAX_VALUE;

  /** Lists of texts, and of what describes a single record. */
  private static final long SHORT = 10;

  /** Numbers of what a list holds, one for each type. */
  public static final String COUNTS = "counts";

  private static final String NODES = "nodes";

  private final SchemaWiring wiring;
  private final ListSizes sizes;
  private final Map<String, ToLongBiFunction<Map<String, Object>, List<Pin>>> lengths =
      new HashMap<>();
  private final Map<String, BiFunction<Map<String, Object>, Present, ListExtent>> spans =
      new HashMap<>();
  private final Set<String> searches = new HashSet<>();

  /** The types by the input that filters their records. */
  private final Map<String, ListedType<?>> byFilter = new HashMap<>();

  KnownLists(SchemaWiring wiring, ListSizes sizes, List<GraphQlRoom> rooms) {
    this.wiring = wiring;
    this.sizes = sizes;
    rooms.forEach(room -> lengths.putAll(room.lengths()));
    rooms.forEach(room -> spans.putAll(room.spans()));
    rooms.forEach(room -> searches.addAll(room.searches()));
    wiring.types().all().forEach(type -> byFilter.put(type.typeName() + "Filter", type));
    lengths.put(COUNTS, (arguments, pins) -> wiring.types().all().size());
    lengths.put(NODES, (arguments, pins) -> ids(arguments).size());
  }

  /**
   * The states in which a field's value is read; empty if they are not known beforehand.
   *
   * @param parent the states of the object that has the field
   */
  public List<Pin> pins(
      String typeName,
      String field,
      Map<String, Object> arguments,
      List<Pin> parent,
      Present present) {
    try {
      if (typeName.equals(ListedFields.QUERY)) {
        return ofRoot(field, arguments, present);
      }
      return arguments.get("at") instanceof KnownAt at
          ? parent.stream().map(pin -> present.asKnown(pin, at)).toList()
          : parent;
    } catch (ApiError mistake) {
      // Answering the field reports it.
      return List.of();
    }
  }

  private List<Pin> ofRoot(String field, Map<String, Object> arguments, Present present) {
    if (spans.containsKey(field)) {
      return List.of();
    }
    return switch (field) {
      case "node", NODES ->
          ids(arguments).stream().map(id -> pin(NodeId.parse(id), present)).toList();
      case "municipalities" -> present.everyPin(Arguments.asked(arguments, "municipality"));
      case "municipality" -> List.of(present.pin(Arguments.asked(arguments, "key")));
      default -> present.pins(Arguments.asked(arguments, "municipality"));
    };
  }

  private static Pin pin(NodeId id, Present present) {
    return id.number() == null || id.day() == null
        ? present.pin(new StateRequest(id.municipality(), null))
        : present.pinned(id.municipality(), id.number(), id.day());
  }

  private static Collection<String> ids(Map<String, Object> arguments) {
    return Stream.concat(
            Stream.ofNullable(arguments.get("id")),
            arguments.get("ids") instanceof Collection<?> ids ? ids.stream() : Stream.of())
        .map(String::valueOf)
        .toList();
  }

  /** The elements that a list can have for one parent, whatever page of it is asked for. */
  public long length(String typeName, String field, Map<String, Object> arguments, List<Pin> pins) {
    Relation<?> relation = wiring.lists().relation(typeName, field);
    ListedType<?> listed =
        relation == null ? wiring.lists().find(typeName, field) : relation.child();
    if (listed == null) {
      return lengths.getOrDefault(field, (any, states) -> SHORT).applyAsLong(arguments, pins);
    }
    if (pins.isEmpty() || !listed.hasStates()) {
      return UNKNOWN;
    }
    return read(
        () -> relation == null ? sizes.rows(listed, pins) : sizes.most(relation, arguments, pins));
  }

  /** What a field lists from one state to another; null if it lists records of one, or nothing. */
  public @Nullable ListExtent span(
      String typeName, String field, Map<String, Object> arguments, Present present) {
    try {
      return typeName.equals(ListedFields.QUERY) && spans.containsKey(field)
          ? spans.get(field).apply(arguments, present)
          : null;
    } catch (ApiError mistake) {
      // Answering the field reports it.
      return new ListExtent(List.of(), 0, 0);
    }
  }

  /** The records that a field looks through, of all types together; 0 for most fields. */
  public long searched(String typeName, String field, List<Pin> pins) {
    if (!typeName.equals(ListedFields.QUERY) || !searches.contains(field)) {
      return 0;
    }
    long records = read(() -> sizes.all(wiring.types().all(), pins));
    // A database that does not count them does not look through them either, and answering says so.
    return records == UNKNOWN ? 0 : records;
  }

  /** The type whose records a field lists; null if it lists none. */
  public @Nullable ListedType<?> listed(String typeName, String field) {
    Relation<?> relation = wiring.lists().relation(typeName, field);
    return relation == null ? wiring.lists().find(typeName, field) : relation.child();
  }

  /** The other records that a filter of the type's records tests; null if it tests none. */
  public @Nullable Related related(ListedType<?> type, String filter, List<Pin> pins) {
    FilterField field = wiring.types().filters(type).get(filter);
    if (field == null) {
      return null;
    }
    ListedType<?> owner = byFilter.get(field.input());
    if (owner != null) {
      return new Related(owner, 1, false);
    }
    Relation<?> relation = wiring.lists().relation(type.typeName(), filter);
    return relation == null || !relation.filters()
        ? null
        : new Related(relation.child(), length(type.typeName(), filter, Map.of(), pins), true);
  }

  /** Without the database an answer may come from memory, and the caller's pages are the bound. */
  private static long read(LongSupplier size) {
    try {
      return size.getAsLong();
    } catch (DataAccessException away) {
      return UNKNOWN;
    }
  }

  /**
   * What became of records from one state to another.
   *
   * @param pins the states in which the records are read; empty if they are too many to look at
   * @param length the most elements that the list can have
   * @param tested the rows that are looked through to find them
   */
  public record ListExtent(List<Pin> pins, long length, long tested) {}

  /**
   * The records that a filter tests for each row.
   *
   * @param most how many there are of one row
   * @param quantified whether it says of how many of them its conditions must hold
   */
  public record Related(ListedType<?> type, long most, boolean quantified) {

    /** The filters that are tested on them. */
    public Collection<?> conditions(Map<?, ?> value) {
      return quantified ? value.values() : List.of(value);
    }
  }
}
