package org.stadtstand.ground.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.QueryPart;
import org.jooq.ResultQuery;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.stereotype.Component;

/**
 * Runs statements and reads their rows; holds a connection only while doing so. Database errors
 * surface as Spring's exceptions, whether or not jOOQ ran the statement.
 */
@Component
public class Statements {

  private static final SQLExceptionTranslator SPRINGS = new SQLExceptionSubclassTranslator();

  private static final Pattern TABLE =
      Pattern.compile("\\bfrom\\s+\"?([a-z_]+)", Pattern.CASE_INSENSITIVE);

  private final DataSource dataSource;
  private final DSLContext dsl;

  public Statements(DataSource dataSource) {
    this.dataSource = new PunctualConnections(dataSource);
    this.dsl = DSL.using(this.dataSource, SQLDialect.POSTGRES);
  }

  /** Makes a value of a result, usually of its current row. */
  public interface RowReader<V> {
    V read(ResultSet row) throws SQLException;
  }

  /** Reads with a connection. */
  public interface ConnectionReader<V> {
    V read(Connection connection) throws SQLException;
  }

  /** What several statements read of one moment, whatever is published between them. */
  public <V> V atOneMoment(ConnectionReader<V> reader) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      isolate(connection);
      V read = reader.read(connection);
      // The pool hands the connection on as it was opened.
      connection.rollback();
      return read;
    } catch (SQLException e) {
      throw translated(e);
    }
  }

  private static void isolate(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(OneMoment.ISOLATED);
    }
  }

  /** The rows of a jOOQ query. */
  public <V> List<V> rows(ResultQuery<?> query, RowReader<V> reader) {
    return result(
        query,
        result -> {
          List<V> rows = new ArrayList<>();
          while (result.next()) {
            rows.add(reader.read(result));
          }
          return rows;
        });
  }

  /**
   * The rows of a statement whose text is a constant of the calling room; {@code {0}} stands for
   * the first value, which is bound.
   */
  public <V> List<V> rows(String sql, List<?> values, Function<Row, V> read) {
    return result(
        dsl.resultQuery(sql, values.stream().map(DSL::val).toArray(QueryPart[]::new)),
        result -> {
          Row row = new ResultRow(result);
          List<V> rows = new ArrayList<>();
          while (result.next()) {
            rows.add(read.apply(row));
          }
          return rows;
        });
  }

  /** The query's SQL text, as prepared. */
  public String text(Query query) {
    return dsl.render(query);
  }

  /** Calls back for each row of a statement whose parameters are arrays. */
  public void each(String text, List<Object> arrays, Consumer<Row> read) {
    Trace.step(
        Trace.Step.STATEMENT,
        () -> summary(text),
        () -> {
          readEach(text, arrays, read);
          return true;
        });
  }

  private void readEach(String text, List<Object> arrays, Consumer<Row> read) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(text)) {
      Deadline.limit(statement);
      for (int i = 0; i < arrays.size(); i++) {
        statement.setObject(i + 1, array(connection, arrays.get(i)));
      }
      try (ResultSet result = statement.executeQuery()) {
        Row row = new ResultRow(result);
        while (result.next()) {
          read.accept(row);
        }
      }
    } catch (SQLException e) {
      throw translated(e);
    }
  }

  private static Object array(Connection connection, Object values) throws SQLException {
    return switch (values) {
      case LocalDate[] days -> connection.createArrayOf("date", days);
      case String[] texts -> connection.createArrayOf("text", texts);
      default -> values;
    };
  }

  /** Counts by n. */
  public Map<Integer, Integer> counts(ResultQuery<?> query) {
    return result(
        query,
        result -> {
          Map<Integer, Integer> counts = new HashMap<>();
          while (result.next()) {
            counts.put(result.getInt(1), result.getInt(2));
          }
          return counts;
        });
  }

  private <V> V result(ResultQuery<?> query, RowReader<V> reader) {
    query.attach(dsl.configuration());
    return Trace.step(
        Trace.Step.STATEMENT, () -> summary(query.getSQL()), () -> read(query, reader));
  }

  /** What a statement does with which table, as a trace names it. */
  private static String summary(String sql) {
    Matcher table = TABLE.matcher(sql);
    return table.find() ? "SELECT " + table.group(1) : "SELECT";
  }

  private static <V> V read(ResultQuery<?> query, RowReader<V> reader) {
    Deadline.limit(query);
    try (ResultSet result = query.fetchResultSet()) {
      return reader.read(result);
    } catch (SQLException e) {
      throw translated(e);
    } catch (org.jooq.exception.DataAccessException e) {
      SQLException cause = e.getCause(SQLException.class);
      throw cause == null ? e : translated(cause);
    }
  }

  /** Spring's exception for a refusal of the database. */
  public static DataAccessException translated(SQLException refused) {
    String task = "Rows cannot be read";
    DataAccessException known = SPRINGS.translate(task, null, refused);
    return known == null ? new UncategorizedSQLException(task, null, refused) : known;
  }

  /** Connections that are given up at the deadline of the answer they serve, if it has one. */
  private static final class PunctualConnections extends DelegatingDataSource {

    PunctualConnections(DataSource all) {
      super(all);
    }

    @Override
    public Connection getConnection() throws SQLException {
      Connection connection = super.getConnection();
      try {
        return Deadline.limit(connection);
      } catch (Throwable e) {
        connection.close();
        throw e;
      }
    }
  }
}
