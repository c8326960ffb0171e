package org.stadtstand.graph.steps;

import java.util.StringJoiner;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.record.declaration.RecordType;

/**
 * The parts of statements that find what the releases {@code r.id} began and ended. Each scans an
 * index on release and record and stops at the limit {@code {1}}, so that a page of a release with
 * a million rows costs no more than any page. The index on until omits open rows; it is used only
 * if the statement does so, too.
 */
public final class TransitionScans {

  private static final String BEGUN =
      """
      (select t.record from {table} t where t.since = r.id{where} order by t.record limit {1})
      """;

  private static final String ENDED =
      """
      (select t.record from {table} t where t.until = r.id and t.until < {open}{where}
        order by t.record limit {1})
      """;

  private TransitionScans() {}

  static String begun(RecordType type, String where) {
    return scan(BEGUN, type, where);
  }

  static String ended(RecordType type, String where) {
    return scan(ENDED, type, where);
  }

  private static String scan(String text, RecordType type, String where) {
    return new Template(text).with("table", type.table()).with("where", where).sql();
  }

  public static String both(RecordType type, String where) {
    return new StringJoiner(" union all ")
        .add(begun(type, where))
        .add(ended(type, where))
        .toString();
  }
}
