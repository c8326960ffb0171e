package org.stadtstand.serve.response;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.time.Basis;
import org.stadtstand.serve.format.Representation;

/**
 * An answer ready to be sent: its representation in one of the codings, its validators, and how it
 * came about.
 *
 * @param representation its bytes are encoded and shared by everybody they are sent to, so they are
 *     never changed
 * @param validators null if it must not be given to others, as with a refusal or a partial answer
 */
public record Response(
    Representation representation,
    ContentCoding coding,
    @Nullable Validators validators,
    Origin origin) {

  private static final int REST = 800;
  private static final int REST_OF_A_PIN = 150;

  /** Where an answer comes from. */
  public enum Origin {
    /** It was cached. */
    KEPT,
    /** It was computed for this question. */
    COMPUTED,
    /** It was computed for this question, and is too large to be cached. */
    TOO_LARGE,
    /** It was computed for somebody who asked the same at the same time. */
    SHARED,
    /** It was cached and is out of date, but nothing newer can be had. */
    STALE
  }

  /** A response for one caller only: a refusal, a partial answer, or a flow. */
  public static Response once(Representation representation) {
    return new Response(representation, ContentCoding.IDENTITY, null, Origin.COMPUTED);
  }

  /**
   * A response whose bytes are on disk.
   *
   * @param sha256 of its bytes before encoding
   * @param gzip whether the bytes on disk are compressed
   */
  public static Response stored(
      Representation representation, byte[] sha256, boolean gzip, Instant changed) {
    ContentCoding coding = gzip ? ContentCoding.GZIP : ContentCoding.IDENTITY;
    Basis basis = Objects.requireNonNull(representation.basis());
    Validators validators =
        Validators.of(representation.contentType(), sha256, basis, changed).in(coding);
    return new Response(representation, coding, validators, Origin.TOO_LARGE);
  }

  /**
   * A response that has just been computed. Only a whole one in memory can be given to others.
   *
   * @param changed when what it rests on was published, or its day began, whichever was later
   */
  static Response computed(Representation made, Instant changed, Instant now) {
    return made.whole()
            && made.basis() != null
            && made.content() instanceof Representation.Bytes(byte[] bytes)
        ? new Response(
            made,
            ContentCoding.IDENTITY,
            Validators.of(made.contentType(), bytes, made.basis(), changed, now),
            Origin.COMPUTED)
        : once(made);
  }

  Response by(Origin other) {
    return new Response(representation, coding, validators, other);
  }

  /**
   * The same response in a coding, if that is worthwhile.
   *
   * @param former a response whose encoded bytes are reused if they are the same; null if there is
   *     none
   */
  Response coded(ContentCoding wanted, @Nullable Response former) {
    if (validators == null
        || !(representation.content() instanceof Representation.Bytes(byte[] plain))
        || !wanted.isWorthIt(plain)) {
      return this;
    }
    Representation.Content content =
        former != null && former.coding == wanted && validators.sameBytes(former.validators)
            ? former.representation.content()
            : new Representation.Bytes(wanted.encode(plain));
    return new Response(representation.with(content), wanted, validators.in(wanted), origin);
  }

  /** In bytes of heap. */
  int weight() {
    int bytes =
        representation.content() instanceof Representation.Bytes(byte[] held) ? held.length : 0;
    int pins = validators == null ? 0 : validators.basis().pins().size();
    return bytes + REST + REST_OF_A_PIN * pins;
  }
}
