package org.stadtstand.record.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One published state of a municipality's record; never changed, never deleted.
 *
 * @param id increases across all municipalities in the order of publication; rows carry it
 * @param number increases by one within the municipality; what people cite
 * @param standsFor the day the state represents
 * @param knownFrom the moment from which {@code knownAt} finds it
 * @param revokes the id of the release it takes back
 */
public record Release(
    int id,
    MunicipalityRef place,
    int number,
    OffsetDateTime publishedAt,
    ReleaseKind kind,
    LocalDate standsFor,
    OffsetDateTime knownFrom,
    @Nullable String reason,
    @Nullable Integer revokes,
    Seal seal) {

  /** Reads a row of the table release. */
  public static Release read(ResultSet row, MunicipalityRef place) throws SQLException {
    return new Release(
        row.getInt("id"),
        place,
        row.getInt("number"),
        row.getObject("published_at", OffsetDateTime.class),
        ReleaseKind.valueOf(row.getString("kind")),
        row.getObject("stands_for", LocalDate.class),
        row.getObject("known_from", OffsetDateTime.class),
        row.getString("reason"),
        row.getObject("revokes", Integer.class),
        Seal.read(row));
  }

  Release of(MunicipalityRef place) {
    return new Release(
        id, place, number, publishedAt, kind, standsFor, knownFrom, reason, revokes, seal);
  }

  /**
   * The end of the chain at this release, in the form the verifiers accept: anyone who has saved it
   * can tell whether anything up to this release has changed since.
   */
  public String head() {
    return number + ":" + seal.hash();
  }
}
