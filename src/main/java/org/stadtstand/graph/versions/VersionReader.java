package org.stadtstand.graph.versions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.ground.sql.Statements;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.time.Present;
import org.stadtstand.record.time.Ref;
import org.stadtstand.record.time.Release;

/** Reads in which releases the rows of records begin and end. */
@Component
class VersionReader {

  private static final String ROWS =
      """
      select p.release, t.record, t.since, t.until
      from (select distinct * from unnest({0}, {1})) p(record, release)
      join {table} t on t.record = p.record and t.since <= p.release
      order by p.release, t.record, t.since
      """;

  private final Statements statements;

  VersionReader(Statements statements) {
    this.statements = statements;
  }

  /** A record, and the release up to which its rows are asked for. */
  private record RecordRelease(int record, int release) {}

  private record Held(RecordRelease asked, int since, int until) {}

  /** The versions of each record, oldest first, as far as its state knows them. */
  Map<Ref, List<Version>> versions(RecordType type, Collection<Ref> records, Present present) {
    List<Held> rows =
        statements.rows(
            new Template(ROWS).with("table", type.table()).sql(),
            List.of(
                records.stream().map(Ref::record).toArray(Integer[]::new),
                records.stream().map(ref -> ref.pin().release()).toArray(Integer[]::new)),
            VersionReader::held);
    Map<RecordRelease, List<Held>> byRecord =
        rows.stream().collect(Collectors.groupingBy(Held::asked));
    Map<Ref, List<Version>> versions = new HashMap<>();
    for (Ref ref : records) {
      RecordRelease asked = new RecordRelease(ref.record(), ref.pin().release());
      versions.put(ref, versions(type, byRecord.getOrDefault(asked, List.of()), present));
    }
    return versions;
  }

  private static Held held(Row row) {
    return new Held(
        new RecordRelease(row.record(), row.integer("release")),
        row.integer("since"),
        row.integer("until"));
  }

  private static List<Version> versions(RecordType type, List<Held> rows, Present present) {
    List<Version> versions = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Held row = rows.get(i);
      boolean followed = i + 1 < rows.size() && rows.get(i + 1).since() == row.until();
      versions.add(
          new Version(
              type.number(),
              row.asked().record(),
              present.release(row.since()).orElseThrow(),
              until(row, present),
              !followed));
    }
    return versions;
  }

  /** What ended it later than the state knows has not happened there. */
  private static @Nullable Release until(Held row, Present present) {
    return row.until() > row.asked().release() ? null : present.release(row.until()).orElseThrow();
  }
}
