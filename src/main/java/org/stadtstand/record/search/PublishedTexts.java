package org.stadtstand.record.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;

/** Reads the texts of a municipality's published rows, whatever table they stand in. */
final class PublishedTexts {

  /** Rows are fetched in parts, because a city may have a million of them. */
  private static final int AT_ONCE = 5_000;

  private static final String ROWS =
      """
      select {type} as type, t.record, t.since, t.until, {day} as day, array[{texts}] as texts
      from {table} t where t.municipality = :municipality and {which}\
      """;

  private final JdbcClient jdbc;
  private final Map<Integer, List<SearchedField>> fields = new HashMap<>();

  PublishedTexts(JdbcClient jdbc, RecordTypes types) {
    this.jdbc = jdbc;
    types.all().forEach(type -> fields.put(type.number(), SearchedField.of(type)));
  }

  /**
   * A text of a row.
   *
   * @param day from which it counts, as PostgreSQL writes it
   */
  record Entry(
      int type,
      int record,
      SearchedField field,
      int since,
      int until,
      String day,
      List<WrittenWord> words) {}

  /**
   * Calls back for each text that has words.
   *
   * @param which rows {@code t}, by {@code :which}
   */
  void each(
      Collection<RecordType> types,
      int municipality,
      String which,
      int value,
      Consumer<Entry> read) {
    String sql =
        types.stream()
            .filter(type -> !fields.getOrDefault(type.number(), List.of()).isEmpty())
            .map(type -> rows(type, which))
            .collect(Collectors.joining("\nunion all\n"));
    if (sql.isEmpty()) {
      return;
    }
    jdbc.sql(sql)
        .withFetchSize(AT_ONCE)
        .param("municipality", municipality)
        .param("which", value)
        .query(
            row -> {
              entries(row, read);
            });
  }

  private String rows(RecordType type, String which) {
    String effective = type.effective();
    String day =
        effective == null
            ? "'-infinity'"
            : "t.%s::text"
                .formatted(type.column(effective).map(Column::stored).orElseThrow().getLast());
    String texts =
        fields.getOrDefault(type.number(), List.of()).stream()
            .map(field -> field.sql("t"))
            .collect(Collectors.joining(", "));
    return new Template(ROWS)
        .with("type", type.number())
        .with("day", day)
        .with("texts", texts)
        .with("table", type.table())
        .with("which", which)
        .sql();
  }

  private void entries(ResultSet row, Consumer<Entry> read) throws SQLException {
    int type = row.getInt("type");
    String[] texts = (String[]) row.getArray("texts").getArray();
    List<SearchedField> own = fields.getOrDefault(type, List.of());
    for (int i = 0; i < texts.length; i++) {
      List<WrittenWord> words = texts[i] == null ? List.of() : WrittenWord.of(texts[i]);
      if (!words.isEmpty()) {
        read.accept(
            new Entry(
                type,
                row.getInt("record"),
                own.get(i),
                row.getInt("since"),
                row.getInt("until"),
                row.getString("day"),
                words));
      }
    }
  }
}
