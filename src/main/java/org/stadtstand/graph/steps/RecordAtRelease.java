package org.stadtstand.graph.steps;

/**
 * A record at a release that began or ended one of its rows.
 *
 * @param release the release's id
 * @param type the number of the record's type
 */
public record RecordAtRelease(int release, int type, int record) {}
