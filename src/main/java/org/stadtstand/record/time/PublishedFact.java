package org.stadtstand.record.time;

/**
 * A fact that rests on a source, as all facts of all rooms do. It provides the fact's citation, the
 * address of its source and its sources.
 */
public interface PublishedFact extends Pinned {

  /** The number of the source's record; a source refers to itself. */
  int sourceRecord();
}
