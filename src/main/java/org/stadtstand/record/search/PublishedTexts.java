package org.stadtstand.record.search;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
      select {type} as type, t.record, t.since, t.until, {day} as day, array[{texts}] as texts,
        {former_day} as former_day, case when p.record is not null then array[{former}] end as former,
        t.until < {open} and not exists (
          select from {table} s where s.record = t.record and s.since = t.until) as last
      from {table} t left join {table} p on p.record = t.record and p.until = t.since
      where t.municipality = :municipality and {which}\
      """;

  private final JdbcClient jdbc;
  private final Map<Integer, List<SearchedField>> fields = new HashMap<>();

  PublishedTexts(JdbcClient jdbc, RecordTypes types) {
    this.jdbc = jdbc;
    types.all().forEach(type -> fields.put(type.number(), SearchedField.of(type)));
  }

  /**
   * What a row says.
   *
   * @param day from which it counts, as PostgreSQL writes it
   * @param words of each of its texts
   */
  record Said(String day, List<List<WrittenWord>> words) {}

  /**
   * A row with the texts it has.
   *
   * @param former what the same record said until it began; null if it said nothing then
   * @param last whether it ended with nothing in its place
   */
  record Version(
      int type,
      int record,
      List<SearchedField> fields,
      int since,
      int until,
      Said said,
      @Nullable Said former,
      boolean last) {

    /** The words that came and went when it began. */
    void began(Consumer<WordChange> taker) {
      WordChange.each(this, since, false, said, former, taker);
      if (former != null) {
        WordChange.each(this, since, true, former, said, taker);
      }
    }

    /** The words that went when it ended, unless another row says what became of them. */
    void ended(Consumer<WordChange> taker) {
      if (last) {
        WordChange.each(this, until, true, said, null, taker);
      }
    }
  }

  /**
   * Calls back for each row.
   *
   * @param which rows {@code t}, by {@code :which}
   */
  void each(
      Collection<RecordType> types,
      int municipality,
      String which,
      int value,
      Consumer<Version> read) {
    String sql =
        types.stream()
            .filter(type -> !own(type.number()).isEmpty())
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
              read.accept(version(row));
            });
  }

  private List<SearchedField> own(int type) {
    return fields.getOrDefault(type, List.of());
  }

  private String rows(RecordType type, String which) {
    return new Template(ROWS)
        .with("type", type.number())
        .with("day", day(type, "t"))
        .with("texts", texts(type, "t"))
        .with("former_day", day(type, "p"))
        .with("former", texts(type, "p"))
        .with("table", type.table())
        .with("which", which)
        .sql();
  }

  private static String day(RecordType type, String alias) {
    String effective = type.effective();
    return effective == null
        ? "'-infinity'"
        : "%s.%s::text"
            .formatted(alias, type.column(effective).map(Column::stored).orElseThrow().getLast());
  }

  private String texts(RecordType type, String alias) {
    return own(type.number()).stream()
        .map(field -> field.sql(alias))
        .collect(Collectors.joining(", "));
  }

  private Version version(ResultSet row) throws SQLException {
    int type = row.getInt("type");
    return new Version(
        type,
        row.getInt("record"),
        own(type),
        row.getInt("since"),
        row.getInt("until"),
        Objects.requireNonNull(said(row.getString("day"), row.getArray("texts"))),
        said(row.getString("former_day"), row.getArray("former")),
        row.getBoolean("last"));
  }

  private static @Nullable Said said(String day, @Nullable Array texts) throws SQLException {
    if (texts == null) {
      return null;
    }
    List<List<WrittenWord>> words = new ArrayList<>();
    for (String text : (String[]) texts.getArray()) {
      words.add(text == null ? List.of() : WrittenWord.of(text));
    }
    return new Said(day, words);
  }
}
