package org.stadtstand.record.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the tables of the database with what the rooms declare. */
class StoredColumnsIT {

  private static final Map<Column.Kind, String> TYPES =
      Map.of(
          Column.Kind.TEXT, "text",
          Column.Kind.UNIT, "text",
          Column.Kind.CHOICE, "text",
          Column.Kind.INTEGER, "integer",
          Column.Kind.REFERENCE, "integer",
          Column.Kind.DECIMAL, "numeric",
          Column.Kind.BOOLEAN, "boolean",
          Column.Kind.DATE, "date",
          Column.Kind.PARTIAL_DATE, "date",
          Column.Kind.LIST, "ARRAY");

  static Iterable<RecordType> types() {
    return Ledger.types().all();
  }

  @ParameterizedTest
  @MethodSource("types")
  void aTableHasTheDeclaredColumnsAndNoOther(RecordType type) {
    assertThat(columnsOf(type.table())).isEqualTo(declared(type));
  }

  @ParameterizedTest
  @MethodSource("types")
  void whatAReleaseDidIsFoundInTheOrderOfRecords(RecordType type) {
    assertThat(
            Ledger.database()
                .sql("select indexdef from pg_indexes where tablename = :table")
                .param("table", type.table())
                .query(String.class)
                .list())
        .anySatisfy(index -> assertThat(index).contains("(since, record)"))
        .anySatisfy(index -> assertThat(index).contains("(until, record)").contains("2147483647"));
  }

  @Test
  void aChoiceTakesEveryValueThatIsAllowed() {
    Map<String, String> checks =
        Ledger.database()
            .sql(
                """
                select conrelid::regclass::text as name,
                  string_agg(pg_get_constraintdef(oid), ' ') as checks
                from pg_constraint where contype = 'c' group by conrelid
                """)
            .query((row, n) -> Map.entry(row.getString("name"), row.getString("checks")))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    for (RecordType type : types()) {
      type.columns().stream()
          .flatMap(column -> column.allowed().stream())
          .forEach(value -> assertThat(checks.get(type.table())).contains("'" + value + "'"));
    }
  }

  private static Map<String, String> declared(RecordType type) {
    Map<String, String> columns = new TreeMap<>();
    for (String frame : new String[] {"record", "municipality", "since", "until"}) {
      columns.put(frame, "integer not null");
    }
    for (Column column : type.columns()) {
      boolean filled = column.required() || column.defaultValue() != null;
      String suffix = filled ? " not null" : "";
      column.stored().forEach(name -> columns.put(name, TYPES.get(column.kind()) + suffix));
      if (column.sorted()) {
        columns.put(column.name() + "_sort", "text C" + suffix);
      }
    }
    return columns;
  }

  private static Map<String, String> columnsOf(String table) {
    return Ledger.database()
        .sql(
            """
            select column_name, data_type || coalesce(' ' || collation_name, '')
              || case is_nullable when 'NO' then ' not null' else '' end as kind
            from information_schema.columns
            where table_schema = 'public' and table_name = :table
            """)
        .param("table", table)
        .query((row, n) -> Map.entry(row.getString("column_name"), row.getString("kind")))
        .list()
        .stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
  }
}
