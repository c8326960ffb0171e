package org.stadtstand.serve.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written page by page, SQLite itself reads, finds whole, and gives back. */
class SqliteFileTests {

  @TempDir private Path folder;

  /** One row more than a page holds, a tree of three levels, none at all. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 60, 61, 62, 63, 64, 65, 500, 40_000})
  void anyNumberOfRowsComesBack(int count) throws Exception {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(Arrays.asList("key-" + i, (long) i, i / 4.0, "x".repeat(30)));
    }
    assertThat(readBack(List.of(rows))).isEqualTo(List.of(rows));
  }

  /** Around the lengths at which a row leaves its page, and at which its chain needs one more. */
  @Test
  void longRowsComeBack() throws Exception {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int length :
        LongStream.of(470, 3990, 4040, 8080, 12170)
            .flatMap(from -> LongStream.range(from, from + 80))
            .mapToInt(Math::toIntExact)
            .toArray()) {
      rows.add(Arrays.asList("ä€😀".repeat(3), null, null, "y".repeat(length)));
    }
    assertThat(readBack(List.of(rows))).isEqualTo(List.of(rows));
  }

  @Test
  void everyValueComesBackAsItIs() throws Exception {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (long number :
        new long[] {
          0, 1, -1, 2, 127, 128, 32768, Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE
        }) {
      rows.add(Arrays.asList("", number, 0.1, null));
      rows.add(Arrays.asList("=1+1", null, -1e300, "'quoted' \"twice\"\n"));
    }
    assertThat(readBack(List.of(rows))).isEqualTo(List.of(rows));
  }

  @Test
  void manyTablesWithLongStatementsAreAllThere() throws Exception {
    Random random = new Random(18);
    List<List<List<@Nullable Object>>> tables = new ArrayList<>();
    for (int table = 0; table < 60; table++) {
      List<List<@Nullable Object>> rows = new ArrayList<>();
      for (int i = random.nextInt(300); i > 0; i--) {
        rows.add(Arrays.asList("k" + i, random.nextLong(), null, "z".repeat(random.nextInt(200))));
      }
      tables.add(rows);
    }
    assertThat(readBack(tables)).isEqualTo(tables);
  }

  @Test
  void theSameRowsMakeTheSameBytes() throws Exception {
    List<List<@Nullable Object>> rows = List.of(Arrays.asList("key", 5L, 2.5, null));
    Path one = written(List.of(rows));
    Path other = written(List.of(rows));
    assertThat(Files.readAllBytes(one)).isEqualTo(Files.readAllBytes(other)).hasSize(3 * 4096);
  }

  @Test
  void whatIsNoValueIsRefused() {
    assertThatThrownBy(() -> SqliteRecord.of(List.of(new int[0])))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SqliteRecord.of(List.of(true)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Path written(List<List<List<@Nullable Object>>> tables) throws IOException {
    Path path = Files.createTempFile(folder, "", ".sqlite");
    try (SqliteFile file = new SqliteFile(path)) {
      for (int table = 0; table < tables.size(); table++) {
        SqliteTree tree = new SqliteTree(file);
        for (List<@Nullable Object> row : tables.get(table)) {
          tree.add(row);
        }
        file.named(
            "t" + table,
            tree.end(),
            "CREATE TABLE \"t%d\" (a TEXT, b INTEGER, c REAL, d TEXT /*%s*/)"
                .formatted(table, "-".repeat(50 * table)));
      }
      file.end();
    }
    return path;
  }

  /** By way of the library, which knows nothing of how the file was made. */
  private List<List<List<@Nullable Object>>> readBack(List<List<List<@Nullable Object>>> tables)
      throws IOException, SQLException {
    try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + written(tables));
        Statement statement = database.createStatement()) {
      try (ResultSet whole = statement.executeQuery("pragma integrity_check")) {
        assertThat(whole.next()).isTrue();
        assertThat(whole.getString(1)).isEqualTo("ok");
      }
      List<List<List<@Nullable Object>>> all = new ArrayList<>();
      for (int table = 0; table < tables.size(); table++) {
        all.add(rows(statement, "select a, b, c, d from t%d order by rowid".formatted(table)));
      }
      return all;
    }
  }

  private static List<List<@Nullable Object>> rows(Statement statement, String question)
      throws SQLException {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(question)) {
      while (row.next()) {
        Number number = (Number) row.getObject(2);
        rows.add(
            Arrays.asList(
                row.getString(1),
                number == null ? null : number.longValue(),
                row.getObject(3),
                row.getString(4)));
      }
    }
    return rows;
  }
}
