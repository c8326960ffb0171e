package org.stadtstand.graph.steps;

import java.util.StringJoiner;
import org.stadtstand.record.declaration.RecordType;

/**
 * The parts of statements that find what the releases {@code r.id} began and ended. Each runs along
 * an index on release and record and stops at the limit {@code {1}}, so that a page of a release
 * with a million rows costs what a page costs. The index on until leaves open rows out; it is used
 * only where the statement does so, too.
 */
public final class Scans {

  private static final String BEGUN =
      """
      (select t.record from %1$s t where t.since = r.id%2$s order by t.record limit {1})
      """;

  private static final String ENDED =
      """
      (select t.record from %1$s t where t.until = r.id and t.until < 2147483647%2$s
        order by t.record limit {1})
      """;

  private Scans() {}

  static String begun(RecordType type, String where) {
    return BEGUN.formatted(type.table(), where);
  }

  static String ended(RecordType type, String where) {
    return ENDED.formatted(type.table(), where);
  }

  public static String both(RecordType type, String where) {
    return new StringJoiner(" union all ")
        .add(begun(type, where))
        .add(ended(type, where))
        .toString();
  }
}
