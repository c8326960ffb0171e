package org.stadtstand.record.time;

/**
 * What rests on a source: every fact of every room. Its citation, the address of its source and its
 * sources are answered from here.
 */
public interface PublishedFact extends Pinned {

  /** The number of the source's record; a source names itself. */
  int sourceRecord();
}
