package org.stadtstand.changes;

/**
 * A record at a release that began or ended a row of it.
 *
 * @param release the release's id
 * @param type the number of the record's type
 */
record Spot(int release, int type, int record) {}
