package org.stadtstand.graph.steps;

import org.stadtstand.ground.sql.Row;

/**
 * A record at a release that began or ended one of its rows.
 *
 * @param release the release's id
 * @param type the number of the record's type
 */
public record RecordAtRelease(int release, int type, int record) {

  static RecordAtRelease of(Row row) {
    return new RecordAtRelease(row.integer("release"), row.integer("type"), row.record());
  }
}
