package org.stadtstand.deliver.redaction;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordTypes;

/** What refers to a record in any release, and would point nowhere if the record were erased. */
final class Referrers {

  private static final String REFERRING =
      """
      select '{table} ' || k.key as name from {table} t
      join record k on k.id = t.record
      where t.{column} = :record and t.record <> :record
      """;

  private static final int SHOWN = 10;

  private final JdbcClient jdbc;
  private final RecordTypes types;

  Referrers(JdbcClient jdbc, RecordTypes types) {
    this.jdbc = jdbc;
    this.types = types;
  }

  void refuse(int record) {
    String each =
        types.all().stream()
            .flatMap(
                type ->
                    type.columns().stream()
                        .filter(column -> column.kind() == Column.Kind.REFERENCE)
                        .map(
                            column ->
                                new Template(REFERRING)
                                    .with("table", type.table())
                                    .with("column", column.name())
                                    .sql()))
            .collect(Collectors.joining("union\n", "select name from (", ") x order by 1 limit "));
    List<String> referrers =
        jdbc.sql(each + SHOWN).param("record", record).query((row, n) -> row.getString(1)).list();
    if (!referrers.isEmpty()) {
      String names = String.join(", ", referrers);
      throw new RedactionRefused(
          "Darauf verweisen noch: %s. Diese zuerst zurückhalten, oder nur Felder (--field)."
              .formatted(names),
          "Still referred to by: %s. Withhold those first, or only fields (--field)."
              .formatted(names));
    }
  }
}
