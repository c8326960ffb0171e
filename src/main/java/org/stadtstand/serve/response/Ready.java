package org.stadtstand.serve.response;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stadtstand.serve.answer.FinishedAnswer;

/** An answer that only has to be sent, and how it came about. */
public final class Ready {

  private final FinishedAnswer answer;
  private final @Nullable Written written;
  private final Origin origin;

  private Ready(FinishedAnswer answer, @Nullable Written written, Origin origin) {
    this.answer = answer;
    this.written = written;
    this.origin = origin;
  }

  static Ready of(Written written, Origin origin) {
    return new Ready(written.answer(), written, origin);
  }

  /** One that nobody else is given: a refusal, a part, or a flow. */
  public static Ready once(FinishedAnswer answer) {
    return new Ready(answer, null, Origin.COMPUTED);
  }

  Ready by(Origin other) {
    return new Ready(answer, written, other);
  }

  /** Its bytes are coded, if a coding was asked for; they are shared, and never to be changed. */
  public FinishedAnswer answer() {
    return answer;
  }

  public Coding coding() {
    return written == null ? Coding.IDENTITY : written.coding();
  }

  /** Strong and quoted, another one for each coding; of whole answers in memory only. */
  public Optional<String> etag() {
    return Optional.ofNullable(written).map(Written::etag);
  }

  /** When what it rests on was published, or its day began, whichever was later. */
  public Optional<Instant> changed() {
    return Optional.ofNullable(written).map(Written::changed);
  }

  public Origin origin() {
    return origin;
  }

  @Nullable Written written() {
    return written;
  }

  /** Where an answer comes from. */
  public enum Origin {
    /** It was there. */
    KEPT,
    /** It was made for this question. */
    COMPUTED,
    /** It was made for this question, and is too large to be kept. */
    TOO_LARGE,
    /** It was made for somebody who asked the same at the same time. */
    SHARED,
    /** It was there, is no longer what would be said, and nothing newer can be had. */
    STALE
  }
}
