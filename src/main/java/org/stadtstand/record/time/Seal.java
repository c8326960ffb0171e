package org.stadtstand.record.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The seal that holds a release together and links it to the previous one.
 *
 * @param hash SHA-256 of the text, in hexadecimal
 * @param previous the hash of the previous release; null for a municipality's first
 * @param text what is hashed: the digests of all that the release began and ended, and of what was
 *     withheld by law before it
 * @param opened how many rows it began; likewise how many it ended, and withdrew with a reason
 */
public record Seal(
    String hash, @Nullable String previous, String text, int opened, int closed, int withdrawn) {

  /** Reads the stored seal from a row of the table release. */
  public static Seal read(ResultSet row) throws SQLException {
    return new Seal(
        Objects.toString(row.getString("hash"), ""),
        row.getString("previous"),
        Objects.toString(row.getString("seal"), ""),
        row.getInt("opened"),
        row.getInt("closed"),
        row.getInt("withdrawn"));
  }
}
