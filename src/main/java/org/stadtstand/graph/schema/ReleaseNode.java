package org.stadtstand.graph.schema;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Pinned;
import org.stadtstand.record.time.Release;
import org.stadtstand.record.time.ReleaseKind;
import org.stadtstand.record.time.Seal;

/**
 * A release as a node of the API. Its pin is its own state, whatever was requested: anything
 * reached from a release is read as it was then, so that the node never changes.
 *
 * @param record the release's id
 * @param revokedRelease the id of the release it takes back
 */
public record ReleaseNode(
    int record,
    String key,
    Pin pin,
    int number,
    ReleaseKind kind,
    LocalDate standsFor,
    OffsetDateTime publishedAt,
    OffsetDateTime knownFrom,
    @Nullable String reason,
    @Nullable Integer revokedRelease,
    Seal seal)
    implements Pinned {

  public static ReleaseNode of(Release release) {
    return new ReleaseNode(
        release.id(),
        String.valueOf(release.number()),
        new Pin(release.place(), release.id(), release.number(), release.standsFor(), false),
        release.number(),
        release.kind(),
        release.standsFor(),
        release.publishedAt(),
        release.knownFrom(),
        release.reason(),
        release.revokes(),
        release.seal());
  }

  String hash() {
    return seal.hash();
  }

  @Nullable String previousHash() {
    return seal.previous();
  }

  String sealText() {
    return seal.text();
  }

  int openedCount() {
    return seal.opened();
  }

  int closedCount() {
    return seal.closed();
  }

  int withdrawnCount() {
    return seal.withdrawn();
  }

  public static ReleaseNode read(Row row, Pin asked) {
    return of(
        new Release(
            row.record(),
            asked.place(),
            row.integer("number"),
            row.moment("published_at"),
            row.choice(ReleaseKind.class, "kind"),
            row.date("stands_for"),
            row.moment("known_from"),
            row.textOrNull("reason"),
            row.integerOrNull("revokes"),
            new Seal(
                row.text("hash"),
                row.textOrNull("previous"),
                row.text("seal"),
                row.integer("opened"),
                row.integer("closed"),
                row.integer("withdrawn"))));
  }
}
