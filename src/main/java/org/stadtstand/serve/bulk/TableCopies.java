package org.stadtstand.serve.bulk;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/**
 * Sends whole tables as the database itself writes them, without creating an object per row. A
 * download holds a connection for as long as its reader takes, so only a few may run at once.
 */
@Component
class TableCopies {

  private static final int BUFFER = 1 << 16;

  private final DataSource dataSource;
  private final BulkSettings settings;
  private final Semaphore places;

  TableCopies(DataSource dataSource, BulkSettings settings) {
    this.dataSource = dataSource;
    this.settings = settings;
    this.places = new Semaphore(settings.downloads());
  }

  /** Writes whatever it copies. */
  interface Copying {
    void copy(Copies copies) throws IOException;
  }

  /** Copies tables within one snapshot of the database. */
  interface Copies {
    void copy(PublishedTable table, OutputStream out) throws IOException;
  }

  /** Allows tables of a municipality to be copied as they were at a release. */
  void during(int municipality, int release, Copying copying) throws IOException {
    if (!places.tryAcquire()) {
      throw new ApiError(
          ErrorCode.OVERLOADED,
          "As many tables as can be are being downloaded already.",
          "Try again in some seconds, or ask for a part with a query.");
    }
    try (Connection connection = connection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute("set local statement_timeout = " + settings.downloadTime().toMillis());
      }
      copying.copy((table, out) -> copy(connection, table.copy(municipality, release), out));
      connection.rollback();
    } catch (SQLException e) {
      throw new IOException("A table could not be read to its end", e);
    } finally {
      places.release();
    }
  }

  private Connection connection() {
    try {
      return dataSource.getConnection();
    } catch (SQLException e) {
      throw new TransientDataAccessResourceException("No connection for a download", e);
    }
  }

  private static void copy(Connection connection, String statement, OutputStream out)
      throws IOException {
    try {
      OutputStream buffered = new BufferedOutputStream(out, BUFFER);
      connection.unwrap(PGConnection.class).getCopyAPI().copyOut(statement, buffered);
      buffered.flush();
    } catch (SQLException e) {
      throw new IOException("A table could not be read to its end", e);
    }
  }
}
