package org.stadtstand.serve.subscription;

import org.stadtstand.serve.format.Representation;

/**
 * One event of a subscription.
 *
 * @param id from which the subscription goes on after this event; empty if it does not
 * @param json an answer as GraphQL over HTTP writes it; shared by all who hear the same, so never
 *     changed
 */
@SuppressWarnings("ArrayRecordComponent")
record StreamEvent(Kind kind, String id, byte[] json) {

  /** What follows. */
  enum Kind {
    /** Other events. */
    NEXT,
    /** Nothing. */
    LAST,
    /** Nothing, and it holds errors only. */
    REFUSED
  }

  static StreamEvent of(Kind kind, String id, Representation answer) {
    if (answer.content() instanceof Representation.Bytes(byte[] bytes)) {
      return new StreamEvent(kind, id, bytes);
    }
    throw new IllegalStateException("An event is written into memory");
  }

  boolean isLast() {
    return kind != Kind.NEXT;
  }
}
