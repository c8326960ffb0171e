package org.stadtstand.serve.bulk;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.sql.Statements;

/**
 * Copies whole tables as the database itself writes them, without creating an object per row. Only
 * a few may be copied at once, because each copy holds a connection.
 */
@Component
class TableCopies {

  private static final int BUFFER = 1 << 16;

  /** Rows that are read at once. */
  private static final int ROWS = 1000;

  private final DataSource dataSource;
  private final BulkSettings settings;
  private final Semaphore places;

  TableCopies(DataSource dataSource, BulkSettings settings) {
    this.dataSource = dataSource;
    this.settings = settings;
    this.places = new Semaphore(settings.copies());
  }

  /** Writes whatever it copies. */
  interface Copying {
    void copy(Copies copies) throws IOException;
  }

  /** Copies tables within one snapshot of the database. */
  interface Copies {
    void copy(PublishedTable table, OutputStream out) throws IOException;

    /** Reads the rows of a table, each as the texts of its columns. */
    void rows(PublishedTable table, RowReader reader) throws IOException;
  }

  /** Takes a row. */
  interface RowReader {
    void read(@Nullable String[] row) throws IOException;
  }

  /** The tables of a municipality as they were at a release, over one connection. */
  private record Snapshot(Connection connection, int municipality, int release) implements Copies {

    @Override
    public void copy(PublishedTable table, OutputStream out) throws IOException {
      TableCopies.copy(connection, table.copy(municipality, release), out);
    }

    @Override
    public void rows(PublishedTable table, RowReader reader) throws IOException {
      try (Statement statement = connection.createStatement()) {
        // Without it the driver would hold the whole table.
        statement.setFetchSize(ROWS);
        try (ResultSet rows = statement.executeQuery(table.select(municipality, release))) {
          while (rows.next()) {
            @Nullable String[] row = new @Nullable String[table.fields().size()];
            for (int i = 0; i < row.length; i++) {
              row[i] = rows.getString(i + 1);
            }
            reader.read(row);
          }
        }
      } catch (SQLException e) {
        throw Statements.translated(e);
      }
    }
  }

  /** Allows tables of a municipality to be copied as they were at a release. */
  void during(int municipality, int release, Copying copying) throws IOException {
    if (!places.tryAcquire()) {
      throw new ApiError(
          ErrorCode.OVERLOADED,
          "As many tables as can be are being read already.",
          "Try again in some seconds, or ask for a part with a query.");
    }
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("set local statement_timeout = " + settings.copyTime().toMillis());
        // Otherwise the driver gives up before the database does.
        int silence = Math.toIntExact(settings.copyTime().plusSeconds(5).toMillis());
        connection.setNetworkTimeout(Runnable::run, silence);
      }
      copying.copy(new Snapshot(connection, municipality, release));
      connection.rollback();
    } catch (SQLException e) {
      throw Statements.translated(e);
    } finally {
      places.release();
    }
  }

  private static void copy(Connection connection, String statement, OutputStream out)
      throws IOException {
    try {
      OutputStream buffered = new BufferedOutputStream(out, BUFFER);
      connection.unwrap(PGConnection.class).getCopyAPI().copyOut(statement, buffered);
      buffered.flush();
    } catch (SQLException e) {
      throw Statements.translated(e);
    }
  }
}
