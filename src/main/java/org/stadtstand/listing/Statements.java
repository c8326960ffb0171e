package org.stadtstand.listing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.ResultQuery;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.stadtstand.history.Pin;

/** Runs the statements of this room and reads their rows; holds a connection only while it does. */
@Component
public class Statements {

  private final DSLContext dsl;

  Statements(DataSource dataSource) {
    this.dsl = DSL.using(dataSource, SQLDialect.POSTGRES);
  }

  /** The columns a type's reader needs, and n. */
  static List<Field<?>> columns(ListedType<?> type, Scope scope) {
    List<Field<?>> columns = new ArrayList<>();
    columns.add(DSL.field("pin.n").as("n"));
    type.columns()
        .forEach((label, sql) -> columns.add(scope.field(sql, Object.class).as(DSL.name(label))));
    return columns;
  }

  /** All rows; {@code places} is the number of order values that follow the columns. */
  <T> List<Line<T>> lines(
      ResultQuery<?> query, ListedType<T> type, int places, IntFunction<Pin> pinOf) {
    query.attach(dsl.configuration());
    Deadline.limit(query);
    try (ResultSet result = query.fetchResultSet()) {
      Row row = new Row(result, "");
      List<Line<T>> lines = new ArrayList<>();
      while (result.next()) {
        int n = result.getInt("n");
        Pin pin = pinOf.apply(n);
        lines.add(new Line<>(n, type.reader().read(row, pin), pin, place(result, places)));
      }
      return lines;
    } catch (SQLException e) {
      throw new IllegalStateException("The rows of " + type.typeName() + " cannot be read", e);
    }
  }

  /**
   * The rows of a statement whose text is a constant of the room that asks; {@code {0}} stands for
   * the first value, which is bound.
   */
  public <V> List<V> rows(String sql, List<?> values, Function<Row, V> read) {
    ResultQuery<?> query =
        dsl.resultQuery(sql, values.stream().map(DSL::val).toArray(QueryPart[]::new));
    Deadline.limit(query);
    try (ResultSet result = query.fetchResultSet()) {
      Row row = new Row(result, "");
      List<V> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(read.apply(row));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException("Rows cannot be read", e);
    }
  }

  /** Counts by n. */
  Map<Integer, Integer> counts(ResultQuery<?> query) {
    query.attach(dsl.configuration());
    Deadline.limit(query);
    Map<Integer, Integer> counts = new HashMap<>();
    try (ResultSet result = query.fetchResultSet()) {
      while (result.next()) {
        counts.put(result.getInt(1), result.getInt(2));
      }
      return counts;
    } catch (SQLException e) {
      throw new IllegalStateException("A count cannot be read", e);
    }
  }

  private static List<String> place(ResultSet result, int places) throws SQLException {
    List<String> place = new ArrayList<>(places);
    for (int i = 0; i < places; i++) {
      place.add(result.getString("o" + i));
    }
    return place;
  }
}
