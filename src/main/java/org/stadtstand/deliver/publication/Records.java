package org.stadtstand.deliver.publication;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.deliver.checks.ComparisonRule;
import org.stadtstand.deliver.checks.Draft;
import org.stadtstand.record.declaration.RecordType;

/** Gives every delivered key its record: a number that stays, whatever happens to the row. */
final class Records {

  private static final String MUNICIPALITY =
      """
      with given as (
        select nextval(pg_get_serial_sequence('record', 'id'))::int as id
        where not exists (select from record where id = municipality and key = :key)
      ), added as (
        insert into record (id, municipality, type, key) overriding system value
        select id, id, :type, :key from given returning id
      )
      select id from added
      union all select id from record where id = municipality and key = :key
      """;

  private final Draft draft;

  Records(Draft draft) {
    this.draft = draft;
  }

  /** The number of the municipality with this key; a new municipality gets a new number. */
  static int municipality(JdbcClient jdbc, RecordType type, String key) {
    return jdbc.sql(MUNICIPALITY)
        .param("type", type.number())
        .param("key", key)
        .query(int.class)
        .single();
  }

  static boolean isKnown(JdbcClient jdbc, String key) {
    return jdbc.sql(
            """
            select exists (select from record k join release r on r.municipality = k.id
              where k.id = k.municipality and k.key = :key)
            """)
        .param("key", key)
        .query(boolean.class)
        .single();
  }

  void assign() {
    duplicates();
    // Not "on conflict do nothing", which uses up a number for every row that already exists. A
    // scalar sub-select, unlike EXISTS, stays a single index lookup whatever the planner estimates.
    draft.update(
        """
        insert into record (municipality, type, key)
        select :municipality, s.type, s.key from stage s
        where (select r.id from record r
          where r.municipality = :municipality and r.type = s.type and r.key = s.key) is null
        order by s.type, s.line
        """);
  }

  private void duplicates() {
    int[] found = {0};
    draft.each(
        """
        select type, key, line, first from (
          select type, key, line, min(line) over (partition by type, key) as first from stage) s
        where line > first order by type, line
        """,
        row -> {
          found[0]++;
          draft.find(
              ComparisonRule.DUPLICATE_KEY,
              draft.place(draft.tables().get(row.getInt("type")), row.getLong("line")),
              row.getString("key"),
              row.getLong("first"));
        });
    if (found[0] > 0) {
      draft.update(
          """
          delete from stage s using stage e
          where e.type = s.type and e.key = s.key and e.line < s.line
          """);
    }
  }
}
