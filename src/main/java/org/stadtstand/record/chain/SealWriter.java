package org.stadtstand.record.chain;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.ground.encoding.Sha256;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.record.time.Seal;

/** Seals a release: reads what it began and ended, and builds the text to hash. */
final class SealWriter {

  // Sorted as bytes, so that the order in which rows were written reveals nothing.
  private static final Template FOUND =
      new Template(
          """
          with own as (
            select r.id, r.number, coalesce(k.key, '#' || r.municipality) as key, r.municipality, r.citations,
              (select p.hash from release p
                where p.municipality = r.municipality and p.number = r.number - 1) as previous
            from release r left join record k on k.id = r.municipality where r.id = :release
          ), began as (
            select case when l.type > 0 then 'opened' when l.type = 0 then 'release'
              when l.type = -1 then 'withdrawn' else 'redacted' end as what, l.digest
            from leaf l where l.since = :release
            union all
            select 'closed', l.digest from leaf l where l.until = :release and l.until < {open}
          ), grouped as (
            select what, count(*) as count,
              encode(sha256(string_agg(digest, ''::bytea order by digest)), 'hex') as digest
            from began group by what
          )
          select own.key, own.number, own.previous, own.citations, g.what, g.count, g.digest
          from own join grouped g on true
          """);

  private static final String NOTHING = Sha256.hex("");

  /** Reads what the release began and ended, and seals it. */
  static Seal seal(JdbcClient jdbc, int release) {
    return new ReleaseContent(jdbc, release).seal();
  }

  private static final class ReleaseContent {

    private final SortedMap<String, Object> values = new TreeMap<>();
    private String name = "";

    ReleaseContent(JdbcClient jdbc, int release) {
      for (String what : new String[] {"opened", "closed", "withdrawn"}) {
        values.put(what, NOTHING);
        values.put(what + "_count", "0");
      }
      jdbc.sql(FOUND.sql())
          .param("release", release)
          .query(
              row -> {
                name = row.getString("key") + ":" + row.getInt("number");
                given("previous", row.getString("previous"));
                given("citations", row.getString("citations"));
                String what = row.getString("what");
                values.put(what, row.getString("digest"));
                if (!what.equals("release")) {
                  values.put(what + "_count", row.getString("count"));
                }
              });
    }

    private void given(String name, @Nullable String value) {
      if (value != null) {
        values.put(name, value);
      }
    }

    Seal seal() {
      String text = CanonicalForm.text("seal", name, values);
      Object previous = values.get("previous");
      return new Seal(
          Sha256.hex(text),
          previous == null ? null : previous.toString(),
          text,
          count("opened"),
          count("closed"),
          count("withdrawn"));
    }

    private int count(String what) {
      return Integer.parseInt(String.valueOf(values.get(what + "_count")));
    }
  }
}
