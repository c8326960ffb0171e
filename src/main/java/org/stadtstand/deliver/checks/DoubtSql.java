package org.stadtstand.deliver.checks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.Column.Kind;
import org.stadtstand.record.declaration.Doubt;
import org.stadtstand.record.declaration.RecordType;

/**
 * A statement for each table that finds all that is doubtful in the rows a release begins. It reads
 * published tables only and is always the same, so that the database need not plan it anew.
 */
final class DoubtSql {

  /** Instead of the number of a declared doubt: what no text should contain. */
  static final int TEXT = Integer.MAX_VALUE;

  private static final String BEGUN =
      "(select * from {table} s where s.since = :release offset 0) t";

  private static final String DECLARED =
      """
      (select {doubt} as doubt, t.record, cast(array[{told}] as text[]) as told
        from release r join lateral {begun} on r.id = :release
        {rows})
      """;

  private static final String TEXTS =
      """
      (select {doubt} as doubt, t.record, array[v.field, f.rule, f.found] as told
        from {begun} cross join lateral (values {texts}) v (field, text)
        cross join lateral {found} where {suspect} and f.found is not null)
      """;

  private final List<Doubt> declared;
  private final Map<RecordType, String> statements = new HashMap<>();

  DoubtSql(Collection<RecordType> types, List<Doubt> declared) {
    this.declared =
        Stream.concat(declared.stream(), types.stream().flatMap(DoubtSql::ofColumns)).toList();
    for (RecordType type : types) {
      List<String> each = new ArrayList<>(declared(type));
      String texts = texts(type);
      if (!texts.isEmpty()) {
        each.add(texts);
      }
      if (!each.isEmpty()) {
        statements.put(type, String.join("union all\n", each));
      }
    }
  }

  /** What is doubtful in any table, by the columns that it has. */
  private static Stream<Doubt> ofColumns(RecordType type) {
    return Stream.concat(
        type.title().stream()
            .flatMap(
                column ->
                    Stream.of(
                        Doubt.longName(type.table(), column),
                        Doubt.brokenName(type.table(), column))),
        type.columns().stream()
            .filter(column -> column.kind() == Kind.DATE || column.kind() == Kind.PARTIAL_DATE)
            .map(column -> Doubt.distantDay(type.table(), column)));
  }

  /** Its rows have the number of the doubt, the record, and what the sentence tells. */
  Optional<String> of(RecordType type) {
    return Optional.ofNullable(statements.get(type));
  }

  /** What rooms declare, and what any table may have, by its number. */
  List<Doubt> all() {
    return declared;
  }

  private List<String> declared(RecordType type) {
    List<String> each = new ArrayList<>();
    for (int i = 0; i < declared.size(); i++) {
      Doubt doubt = declared.get(i);
      if (doubt.table().equals(type.table())) {
        String told =
            doubt.told().stream()
                .map("cast(%s as text)"::formatted)
                .collect(Collectors.joining(", "));
        // The rows have gaps of their own.
        Template template = new Template(DECLARED.replace("{rows}", doubt.rows()));
        each.add(template.with("doubt", i).with("told", told).with("begun", begun(type)).sql());
      }
    }
    return each;
  }

  private static String texts(RecordType type) {
    String named =
        type.columns().stream()
            .filter(column -> !DoubtfulReasons.lookAt(type, column))
            .filter(
                column ->
                    column.kind() == Kind.LIST
                        || column.kind() == Kind.TEXT && column.form() == null)
            .map(column -> "('%s', %s)".formatted(column.name(), text(column)))
            .collect(Collectors.joining(", "));
    return named.isEmpty()
        ? ""
        : new Template(TEXTS)
            .with("doubt", TEXT)
            .with("begun", begun(type))
            .with("texts", named)
            .with("found", DoubtfulText.FOUND)
            .with("suspect", DoubtfulText.SUSPECT.replace("{text}", "v.text"))
            .sql();
  }

  private static String begun(RecordType type) {
    return new Template(BEGUN).with("table", type.table()).sql();
  }

  private static String text(Column column) {
    String stored = "t." + column.name();
    return column.kind() == Kind.LIST ? "array_to_string(%s, ' | ')".formatted(stored) : stored;
  }
}
