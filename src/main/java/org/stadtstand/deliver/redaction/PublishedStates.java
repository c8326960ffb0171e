package org.stadtstand.deliver.redaction;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.deliver.checks.Model;
import org.stadtstand.deliver.checks.TableSql;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.Column.Kind;
import org.stadtstand.record.declaration.RecordType;

/**
 * The published states of one thing from which something is to be withheld. Besides the rows of
 * tables these are releases and withdrawals, which have a reason in the publisher's words.
 *
 * @param number the type number used in leaves
 * @param since the column with the release in which a state began
 */
record PublishedStates(
    JdbcClient jdbc, RecordType type, int number, int record, String where, String since) {

  private static final RecordType RELEASE =
      RecordType.append(
              1000,
              "release",
              Column.text("reason"),
              Column.text("title"),
              Column.text("description"),
              Column.list("keywords"),
              Column.text("licence_title"),
              Column.text("homepage"))
          .build();
  private static final RecordType WITHDRAWAL =
      RecordType.append(1001, "withdrawal", Column.text("reason")).build();

  static PublishedStates find(
      JdbcClient jdbc, Model model, int municipality, Redaction.Order order) {
    if (order.table().equals("release")) {
      String own = "municipality = :record and number = " + number(order);
      return new PublishedStates(jdbc, RELEASE, 0, municipality, own, "id");
    }
    boolean withdrawal = order.table().equals("withdrawal");
    int colon = withdrawal ? order.key().indexOf(':') : -1;
    String table = withdrawal ? order.key().substring(0, Math.max(colon, 0)) : order.table();
    RecordType type = model.types().find(table).orElseThrow(() -> unknown(order));
    int record =
        record(jdbc, municipality, type, order.key().substring(colon + 1))
            .orElseThrow(() -> unknown(order));
    return withdrawal
        ? new PublishedStates(jdbc, WITHDRAWAL, -1, record, "record = :record", "release")
        : new PublishedStates(jdbc, type, type.number(), record, "record = :record", "since");
  }

  private static int number(Redaction.Order order) {
    try {
      return Integer.parseInt(order.key());
    } catch (NumberFormatException e) {
      throw unknown(order);
    }
  }

  private static Optional<Integer> record(
      JdbcClient jdbc, int municipality, RecordType type, String key) {
    return jdbc.sql(
            """
            select id from record
            where municipality = :municipality and type = :type and key = :key
            """)
        .param("municipality", municipality)
        .param("type", type.number())
        .param("key", key)
        .query(Integer.class)
        .optional();
  }

  private static RedactionRefused unknown(Redaction.Order order) {
    return new RedactionRefused(
        "Es gibt nichts, das %s %s heißt.".formatted(order.table(), order.key()),
        "There is nothing called %s %s.".formatted(order.table(), order.key()));
  }

  boolean isRelease() {
    return number == 0;
  }

  /** The releases that began the states valid at the given release, or all states if it is null. */
  List<Integer> states(@Nullable Integer release) {
    String held =
        release == null
            ? ""
            : number > 0
                ? " and since <= :release and until > :release"
                : " and {since} = :release";
    return jdbc.sql(filled("select {since} from {table} where {where}" + held + " order by 1"))
        .param("record", record)
        .param("release", release)
        .query((row, n) -> row.getInt(1))
        .list();
  }

  /** The texts in the column, or in any column if it is null, of the given states. */
  List<String> texts(@Nullable Column column, Integer[] states) {
    String values =
        type.columns().stream()
            .filter(each -> column == null || each.equals(column))
            .filter(each -> Placeholder.isFree(each))
            .map(each -> "(" + SharedWords.readable(each, "") + ")")
            .collect(Collectors.joining(", "));
    // Of a release or a withdrawal only a field can be withheld.
    if (values.isEmpty() || (column == null && number <= 0)) {
      return List.of();
    }
    String texts =
        "select distinct v.text from {table}, lateral (values "
            + values
            + ") as v (text) where {where} and {since} = any(:states) and v.text is not null"
            + " order by 1";
    return jdbc.sql(filled(texts))
        .param("record", record)
        .param("states", states)
        .query((row, n) -> row.getString(1))
        .list();
  }

  /** Whether any of the states says something there, or did until it was withheld. */
  boolean hold(Column column, Integer[] states) {
    String said =
        column.stored().stream()
            .map(
                name ->
                    column.kind() == Kind.LIST
                        ? "cardinality(" + name + ") > 0"
                        : name + " is not null")
            .collect(Collectors.joining(" or "));
    String held =
        "select exists (select 1 from {table} where {where} and {since} = any(:states) and ("
            + said
            + ")) or exists (select 1 from withheld where type = :type and record = :record"
            + " and field = :field and since = any(:states))";
    return jdbc.sql(filled(held))
        .param("record", record)
        .param("states", states)
        .param("type", number)
        .param("field", column.name())
        .query(boolean.class)
        .single();
  }

  void remove(Integer[] states) {
    if (number <= 0 || type.table().equals("municipality")) {
      throw new RedactionRefused(
          "Hier kann nur ein Feld zurückgehalten werden (--field).",
          "Only a field can be withheld here (--field).");
    }
    write("delete from {table} where {where} and {since} = any(:states)", Map.of(), states);
  }

  void empty(Column column, Integer[] states) {
    Map<String, @Nullable String> values = Placeholder.values(column, TableSql.filled(column));
    write(
        "update {table} set "
            + Placeholder.assignments(values)
            + " where {where} and {since} = any(:states)",
        values,
        states);
  }

  private String filled(String sql) {
    return new Template(sql)
        .with("table", type.table())
        .with("where", where)
        .with("since", since)
        .sql();
  }

  private void write(String sql, Map<String, @Nullable String> values, Integer[] states) {
    jdbc.sql(filled(sql)).params(values).param("record", record).param("states", states).update();
  }
}
