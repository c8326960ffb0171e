package org.stadtstand.graphql;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.stadtstand.history.Pin;
import org.stadtstand.history.Pinned;
import org.stadtstand.history.Release;
import org.stadtstand.history.ReleaseKind;
import org.stadtstand.history.Seal;
import org.stadtstand.listing.Row;

/**
 * A release as a node of the API. Its pin is its own state, whatever was asked for: what is reached
 * from a release is read as it was then, so that the node never changes.
 *
 * @param record the release's id
 * @param revokedRelease the id of the release it takes back
 */
record PublishedState(
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

  static PublishedState of(Release release) {
    return new PublishedState(
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

  static PublishedState read(Row row, Pin asked) {
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
