package org.stadtstand.record.chain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.ground.sql.Until;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;

/**
 * A kind of thing the chain covers: the rows of a published table, the releases themselves, the
 * reasons given for withdrawals, or the list of what is withheld by law.
 *
 * @param number the value of {@code leaf.type}
 * @param name the table's name in the canonical form
 * @param rows a select of the rows with their record, municipality, since and until
 * @param key the expression for a row's key, where the row is {@code t}
 * @param canonical likewise for its text
 */
record LeafKind(int number, String name, String rows, String key, String canonical) {

  static final int RELEASE = 0;
  static final int WITHDRAWAL = -1;
  static final int REDACTION = -2;

  /** What the delivery of a release says about itself in texts. */
  private static final List<String> DESCRIBED =
      List.of("contributor", "description", "homepage", "licence_title", "publisher_type", "title");

  /** The numbers of the releases whose states lost something. */
  private static final String STATES =
      """
      (select '[' || string_agg('"' || r.number || '"', ',' order by r.number) || ']'
        from withheld w join release r on r.id = w.since
        where w.redaction = t.record and w.since < t.since and w.municipality = t.municipality
          and w.type = t.type and w.record = t.subject and w.field is not distinct from t.field)\
      """;

  static List<LeafKind> all(RecordTypes types) {
    List<LeafKind> kinds = new ArrayList<>(List.of(release(), withdrawal(types), redaction(types)));
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
    Map<String, String> values = new HashMap<>();
    for (String text : DESCRIBED) {
      values.put(text, CanonicalForm.json("normalize(t." + text + ", nfc)"));
    }
    values.put("keywords", CanonicalForm.list("t.keywords"));
    values.put("themes", CanonicalForm.list("t.themes"));
    values.put("kind", CanonicalForm.json("t.kind"));
    values.put("known_from", CanonicalForm.moment("t.known_from"));
    values.put("published_at", CanonicalForm.moment("t.published_at"));
    values.put("reason", CanonicalForm.json("normalize(t.reason, nfc)"));
    values.put(
        "revokes",
        orNumber(
            "(select cast(r.number as text) from release r"
                + " where r.id = t.revokes and r.municipality = t.municipality)",
            "t.revokes"));
    values.put("stands_for", CanonicalForm.json("t.stands_for"));
    return new LeafKind(
        RELEASE,
        "release",
        "select municipality as record, *, id as since, " + Until.OPEN + " as until from release",
        "cast(t.number as text)",
        CanonicalForm.sql("release", "t.number", values));
  }

  private static LeafKind withdrawal(RecordTypes types) {
    Map<String, String> values =
        Map.of(
            "kind", CanonicalForm.json("t.kind"),
            "reason", CanonicalForm.json("normalize(t.reason, nfc)"));
    String key = types.tableOf("t.type") + " || ':' || t.key";
    return new LeafKind(
        WITHDRAWAL,
        "withdrawal",
        "select w.record, k.municipality, w.release as since, "
            + Until.OPEN
            + " as until, w.kind, w.reason, k.type, k.key"
            + " from withdrawal w join record k on k.id = w.record",
        key,
        CanonicalForm.sql("withdrawal", key, values));
  }

  private static LeafKind redaction(RecordTypes types) {
    String number = "(select cast(o.number as text) from %1$s o where o.id = t.%2$s%3$s)";
    String own = " and o.municipality = t.municipality";
    Map<String, String> values = new HashMap<>();
    values.put("field", CanonicalForm.json("t.field"));
    values.put("key", CanonicalForm.json(keyOfWithheld(types)));
    values.put("legal_basis", CanonicalForm.json("normalize(t.legal_basis, nfc)"));
    values.put("lifts", orNumber(number.formatted("redaction", "lifts", own), "t.lifts"));
    values.put("reason", CanonicalForm.json("normalize(t.reason, nfc)"));
    values.put("release", orNumber(number.formatted("release", "release", own), "t.release"));
    values.put("stands", CanonicalForm.json("t.stands"));
    values.put("states", STATES);
    values.put("table", CanonicalForm.json(tableOfWithheld(types)));
    values.put("withheld_at", CanonicalForm.moment("t.withheld_at"));
    return new LeafKind(
        REDACTION,
        "redaction",
        new Template(
                """
                select x.id as record, x.municipality, x.sealed as since, {open} as until,
                  x.number, x.type, x.record as subject, x.field, x.release, x.stands,
                  x.withheld_at, x.reason, x.legal_basis, x.lifts
                from redaction x where x.sealed is not null\
                """)
            .sql(),
        "cast(t.number as text)",
        CanonicalForm.sql("redaction", "t.number", values));
  }

  /** What is not the municipality's own must not look as if it were. */
  private static String orNumber(String named, String number) {
    return CanonicalForm.json("coalesce(%s, '#' || %s)".formatted(named, number));
  }

  private static String tableOfWithheld(RecordTypes types) {
    return "case t.type when %d then 'release' when %d then 'withdrawal' else %s end"
        .formatted(RELEASE, WITHDRAWAL, types.tableOf("t.type"));
  }

  private static String keyOfWithheld(RecordTypes types) {
    return """
    coalesce(
      case when t.type = %d then (select cast(r.number as text) from release r
          where r.id = t.release and r.municipality = t.municipality)
        else (select case when t.type = %d then %s || ':' || r.key when r.type = t.type then r.key end
          from record r where r.id = t.subject and r.municipality = t.municipality) end,
      '#' || t.subject)\
    """
        .formatted(RELEASE, WITHDRAWAL, types.tableOf("r.type"));
  }
}
