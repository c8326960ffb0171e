package org.stadtstand.listing;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.Column;
import org.stadtstand.record.RecordType;

/**
 * One kind of event as a part of the list of all events: the select of what all kinds have in
 * common, and the join by which a row of that list becomes an event of this kind again.
 */
public record EventSource(ListedType<?> type, RecordType recordType) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

  /** The type as an event; empty if it is none. */
  public static Stream<EventSource> of(ListedType<?> type) {
    RecordType recordType = type.recordType();
    return recordType == null || !recordType.isEvent()
        ? Stream.empty()
        : Stream.of(new EventSource(type, recordType));
  }

  /** The kind's name in the API, such as SERVICE_USAGE. */
  public String kind() {
    return recordType.table().toUpperCase(Locale.ROOT);
  }

  /** The column that names what the event happened to. */
  public Column subject() {
    return column(recordType.subject());
  }

  /** Whether it can happen to rows of the table. */
  public boolean canHappenTo(String table) {
    return Optional.ofNullable(subject().references()).map(table::equals).orElse(true);
  }

  /** What all events have, in columns of the same types, so that each table's index is of use. */
  String select() {
    Column effective = column(recordType.effective());
    return """
    select e.record, e.municipality, e.since, e.until, e.%s as subject,
      e.%s as effective_from, e.%s as effective_to, e.ordinal, '%s' as kind
    from %s e\
    """
        .formatted(
            subject().name(),
            effective.stored().getFirst(),
            effective.stored().getLast(),
            kind(),
            recordType.table());
  }

  /** Before the names of this kind's columns in the list of all events. */
  String prefix() {
    return recordType.table() + "_";
  }

  /**
   * Adds the joins and columns of this kind to the list. Rows of other kinds find nothing, without
   * looking into the table.
   */
  void joinTo(ListedType<?> all) {
    String own = recordType.table();
    all.join(
        own,
        """
        left join %1$s {%1$s} on {%1$s}.since = {t}.since
          and {%1$s}.record = case when {t}.kind = '%2$s' then {t}.record end\
        """
            .formatted(own, kind()));
    type.joins()
        .forEach(
            (name, sql) -> {
              if (!name.equals("record")) {
                all.join(prefix() + name, leftJoin(renamed(sql)));
              }
            });
    type.columns().forEach((label, sql) -> all.column(prefix() + label, renamed(sql)));
    all.column(prefix() + "key", "case when {t}.kind = '" + kind() + "' then {record}.key end");
  }

  private String renamed(String sql) {
    UnaryOperator<String> name =
        placeholder ->
            switch (placeholder) {
              case "t" -> recordType.table();
              case "record" -> placeholder;
              default -> prefix() + placeholder;
            };
    return PLACEHOLDER.matcher(sql).replaceAll(match -> "{" + name.apply(match.group(1)) + "}");
  }

  private static String leftJoin(String sql) {
    return sql.startsWith("join ") ? "left " + sql : sql;
  }

  private Column column(@Nullable String name) {
    return recordType.column(Objects.requireNonNull(name)).orElseThrow();
  }
}
