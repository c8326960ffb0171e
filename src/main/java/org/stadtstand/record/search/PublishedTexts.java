package org.stadtstand.record.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.ground.sql.Until;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;

/** Reads what published rows say and said, whatever table they stand in. */
final class PublishedTexts {

  /** Rows are fetched in parts, because a city may have a million of them. */
  private static final int AT_ONCE = 5_000;

  // Most rows have no text, and are left out: what they say is as little as what no row says.
  private static final String ROWS =
      """
      select {type}, t.record, t.since, t.until, {day}, {texts}
      from {table} t where {which} and num_nonnulls({texts}) > 0
      """;

  // Rows of one record follow each other, so that each is paired with the one before it.
  private static final String ORDER = "order by 2, 3";

  private static final int FIRST_TEXT = 6;

  private final JdbcClient jdbc;
  private final Map<Integer, List<SearchedField>> fields = new HashMap<>();
  private final int most;

  PublishedTexts(JdbcClient jdbc, RecordTypes types) {
    this.jdbc = jdbc;
    types.all().forEach(type -> fields.put(type.number(), SearchedField.of(type)));
    this.most = fields.values().stream().mapToInt(List::size).max().orElse(0);
  }

  /**
   * What a row says.
   *
   * @param day from which it counts, as PostgreSQL writes it
   * @param words of each of its texts
   */
  record Said(String day, List<List<WrittenWord>> words) {}

  private record Version(
      int type, int record, int since, int until, List<SearchedField> fields, Said said) {

    Turn began(@Nullable Said before) {
      return new Turn(type, record, since, fields, before, said);
    }

    Turn ended() {
      return new Turn(type, record, until, fields, said, null);
    }
  }

  /**
   * What a record said until a release and what it says from then on.
   *
   * @param before null if it said nothing
   * @param after null if it says nothing any more
   */
  record Turn(
      int type,
      int record,
      int release,
      List<SearchedField> fields,
      @Nullable Said before,
      @Nullable Said after) {}

  /** Which turns are read, by the condition or conditions on their rows. */
  enum Which {
    RELEASE("t.since = :which", "t.until = :which"),
    MUNICIPALITY("t.municipality = :which"),
    RECORD("t.record = :which");

    // Two statements and not one condition with "or", which the planner takes for many rows.
    private final List<String> conditions;

    Which(String... conditions) {
      this.conditions = List.of(conditions);
    }
  }

  /** Calls back for each turn of the records of these tables. */
  void each(Collection<RecordType> tables, Which which, int value, Consumer<Turn> read) {
    String rows =
        tables.stream()
            .filter(type -> !own(type.number()).isEmpty())
            .flatMap(type -> which.conditions.stream().map(condition -> rows(type, condition)))
            .collect(Collectors.joining("union all "));
    if (rows.isEmpty()) {
      return;
    }
    Turns turns =
        new Turns(
            turn -> {
              if (which != Which.RELEASE || turn.release() == value) {
                read.accept(turn);
              }
            });
    jdbc.sql(rows + ORDER)
        .withFetchSize(AT_ONCE)
        .param("which", value)
        .query(
            row -> {
              turns.next(version(row));
            });
    turns.end();
  }

  private List<SearchedField> own(int type) {
    return fields.getOrDefault(type, List.of());
  }

  private String rows(RecordType type, String condition) {
    return new Template(ROWS)
        .with("type", type.number())
        .with("day", day(type))
        .with("texts", texts(type))
        .with("table", type.table())
        .with("which", condition)
        .sql();
  }

  // As many columns for each table; an array of them would be dearer to write and to read.
  private String texts(RecordType type) {
    List<SearchedField> own = own(type.number());
    return Stream.concat(
            own.stream().map(field -> field.sql("t")),
            Collections.nCopies(most - own.size(), "null").stream())
        .collect(Collectors.joining(", "));
  }

  private static String day(RecordType type) {
    String effective = type.effective();
    return effective == null
        ? "'-infinity'"
        : "t.%s::text"
            .formatted(type.column(effective).map(Column::stored).orElseThrow().getLast());
  }

  private Version version(ResultSet row) throws SQLException {
    int type = row.getInt(1);
    List<SearchedField> own = own(type);
    List<List<WrittenWord>> words = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      String text = row.getString(FIRST_TEXT + i);
      words.add(text == null ? List.of() : WrittenWord.of(text));
    }
    return new Version(
        type, row.getInt(2), row.getInt(3), row.getInt(4), own, new Said(row.getString(5), words));
  }

  /** Makes turns of rows, which come in the order of their records and releases. */
  private static final class Turns {

    private final Consumer<Turn> taker;
    private @Nullable Version last;

    Turns(Consumer<Turn> taker) {
      this.taker = taker;
    }

    void next(Version row) {
      Version former = last;
      if (former != null && former.record == row.record && former.until == row.since) {
        taker.accept(row.began(former.said));
      } else {
        end();
        taker.accept(row.began(null));
      }
      last = row;
    }

    /** Nothing follows the last row. */
    void end() {
      Version row = last;
      if (row != null && row.until < Until.OPEN) {
        taker.accept(row.ended());
      }
    }
  }
}
