package org.stadtstand.record.declaration;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** All kinds of rows of all rooms, ordered by number. */
@Component
public class RecordTypes {

  /** Names rows that end, with the reason: a file of deliveries that belongs to no table. */
  public static final RecordType WITHDRAWALS =
      RecordType.file(
              "withdrawals",
              Column.text("table").must(),
              Column.text("key").must(),
              Column.text("reason"))
          .keyedBy("table", "key")
          .build();

  private final Map<String, RecordType> byTable = new LinkedHashMap<>();

  public RecordTypes(List<Room> rooms) {
    rooms.stream()
        .flatMap(room -> room.recordTypes().stream())
        .sorted(Comparator.comparingInt(RecordType::number))
        .forEach(this::add);
  }

  private void add(RecordType type) {
    if (byTable.put(type.table(), type) != null
        || byTable.values().stream().filter(t -> t.number() == type.number()).count() > 1) {
      throw new IllegalStateException("Two record types share " + type.table() + type.number());
    }
  }

  /** The API name for the rows of a table: those of {@code org_unit} are OrgUnit. */
  public static String typeName(String table) {
    return Names.type(table);
  }

  public Collection<RecordType> all() {
    return byTable.values();
  }

  public Optional<RecordType> find(String table) {
    return Optional.ofNullable(byTable.get(table));
  }

  public RecordType get(String table) {
    return find(table)
        .orElseThrow(() -> new IllegalArgumentException("There is no table " + table));
  }

  /**
   * SQL for the name of the table with this number. A subscript, not a CASE over all tables: there
   * is one for each reference of a row, and planning them took longer than reading the rows.
   */
  public String tableOf(String number) {
    int last = byTable.values().stream().mapToInt(RecordType::number).max().orElse(0);
    String[] names = new String[last];
    Arrays.fill(names, "null");
    byTable.values().forEach(type -> names[type.number() - 1] = "'" + type.table() + "'");
    return "(array[%s])[%s]".formatted(String.join(",", names), number);
  }

  public RecordType get(int number) {
    return byTable.values().stream()
        .filter(type -> type.number() == number)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no record type " + number));
  }
}
