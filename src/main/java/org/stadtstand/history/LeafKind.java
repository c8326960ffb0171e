package org.stadtstand.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stadtstand.record.RecordType;
import org.stadtstand.record.RecordTypes;

/**
 * A kind of what the chain covers: the rows of a published table, the releases themselves, or the
 * words with which rows were withdrawn.
 *
 * @param number what {@code leaf.type} holds
 * @param name the table's name in the canonical form
 * @param rows a select of the rows with their record, municipality, since and until
 * @param key the expression of a row's key, the row being {@code t}
 * @param canonical likewise that of its text
 */
record LeafKind(int number, String name, String rows, String key, String canonical) {

  static final int RELEASE = 0;
  static final int WITHDRAWAL = -1;

  static List<LeafKind> all(RecordTypes types) {
    List<LeafKind> kinds = new ArrayList<>(List.of(release(), withdrawal(types)));
    types.all().forEach(type -> kinds.add(published(type, types)));
    return List.copyOf(kinds);
  }

  private static LeafKind published(RecordType type, RecordTypes types) {
    String key = "(select r.key from record r where r.id = t.record)";
    return new LeafKind(
        type.number(),
        type.table(),
        "select * from " + type.table(),
        key,
        CanonicalForm.sql(type.table(), key, CanonicalForm.values(type, types)));
  }

  private static LeafKind release() {
    Map<String, String> values =
        Map.of(
            "kind", CanonicalForm.json("t.kind"),
            "known_from", CanonicalForm.moment("t.known_from"),
            "published_at", CanonicalForm.moment("t.published_at"),
            "reason", CanonicalForm.json("normalize(t.reason, nfc)"),
            "revokes",
                CanonicalForm.json(
                    """
                    coalesce((select cast(r.number as text) from release r
                      where r.id = t.revokes and r.municipality = t.municipality), '#' || t.revokes)\
                    """),
            "stands_for", CanonicalForm.json("t.stands_for"));
    return new LeafKind(
        RELEASE,
        "release",
        "select municipality as record, *, id as since, 2147483647 as until from release",
        "cast(t.number as text)",
        CanonicalForm.sql("release", "t.number", values));
  }

  private static LeafKind withdrawal(RecordTypes types) {
    Map<String, String> values =
        Map.of(
            "kind", CanonicalForm.json("t.kind"),
            "reason", CanonicalForm.json("normalize(t.reason, nfc)"));
    String key = CanonicalForm.tableOf("t.type", types) + " || ':' || t.key";
    return new LeafKind(
        WITHDRAWAL,
        "withdrawal",
        """
        select w.record, k.municipality, w.release as since, 2147483647 as until, w.kind, w.reason,
          k.type, k.key
        from withdrawal w join record k on k.id = w.record\
        """,
        key,
        CanonicalForm.sql("withdrawal", key, values));
  }
}
