package org.stadtstand.serve.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.ground.text.FormulaGuard;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.Column.Kind;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;

/**
 * A published table in the form of a delivery: the same columns, with keys as references. The
 * municipality's publisher and licence are left out, because a delivery gives them in its
 * description.
 *
 * @param name of the file
 * @param rows where its rows come from; {@code %1$d} is the municipality, {@code %2$d} the release
 */
record PublishedTable(String name, RecordType type, List<Field> fields, String rows) {

  /** The rows of a table in order of publication. */
  private static final String HELD =
      "%s t%s where t.municipality = %%1$d and t.since <= %%2$d and t.until > %%2$d"
          + " order by t.record";

  /** What the release itself withdrew; what went with it follows from the tables. */
  private static final String WITHDRAWN =
      "withdrawal w join record k on k.id = w.record where k.municipality = %1$d"
          + " and w.release = %2$d and w.kind <> 'WITH_SUBJECT' order by w.record";

  private static final Set<String> IN_DESCRIPTION =
      Set.of(
          "publisher",
          "standing",
          "licence",
          "licence_url",
          "attribution",
          "contact",
          "accrual_periodicity");

  /**
   * A column of the file.
   *
   * @param sql the expression that is written
   * @param text whether it is quoted
   */
  record Field(String name, Kind kind, String sql, boolean text, boolean required) {}

  static PublishedTable of(RecordType type, RecordTypes types) {
    boolean corrections = type.table().equals("correction");
    List<Field> fields = new ArrayList<>();
    if (type.hasOwnKey()) {
      fields.add(new Field("key", Kind.TEXT, "k.key", true, true));
    }
    for (Column column : type.columns()) {
      if (corrections && column.name().equals("corrected")) {
        // A delivery names the corrected row in two columns.
        fields.add(new Field("table", Kind.TEXT, types.tableOf("r_corrected.type"), true, true));
        fields.add(new Field("row", Kind.TEXT, "r_corrected.key", true, true));
      } else if (!type.table().equals("municipality") || !IN_DESCRIPTION.contains(column.name())) {
        fields.add(field(column, types));
      }
    }
    return new PublishedTable(
        corrections ? "corrections" : type.table(),
        type,
        fields,
        HELD.formatted(type.table(), joins(type)));
  }

  static PublishedTable withdrawals(RecordTypes types) {
    List<Field> fields =
        List.of(
            new Field("table", Kind.TEXT, types.tableOf("k.type"), true, true),
            new Field("key", Kind.TEXT, "k.key", true, true),
            new Field("reason", Kind.TEXT, guarded("w.reason"), true, false));
    return new PublishedTable("withdrawals", RecordTypes.WITHDRAWALS, fields, WITHDRAWN);
  }

  /** The statement that reads the rows of one municipality at a release. */
  String select(int municipality, int release) {
    String columns =
        fields.stream()
            .map(field -> field.sql() + " as \"" + field.name() + "\"")
            .collect(Collectors.joining(", "));
    // COPY takes no parameters, so both values are inlined; they are numbers that this server
    // looked up.
    return "select " + columns + " from " + rows.formatted(municipality, release);
  }

  String copy(int municipality, int release) {
    String quoted =
        fields.stream()
            .filter(Field::text)
            .map(field -> "\"" + field.name() + "\"")
            .collect(Collectors.joining(", "));
    return "copy (%s) to stdout with (format csv, header true, encoding 'UTF8'%s)"
        .formatted(
            select(municipality, release),
            quoted.isEmpty() ? "" : ", force_quote (" + quoted + ")");
  }

  private static String joins(RecordType type) {
    String keys = type.hasOwnKey() ? " join record k on k.id = t.record" : "";
    return keys
        + type.columns().stream()
            .filter(column -> column.kind() == Kind.REFERENCE)
            .map(Column::name)
            .map(name -> " left join record r_%1$s on r_%1$s.id = t.%1$s".formatted(name))
            .collect(Collectors.joining());
  }

  /** The forms of {@link PartialDate}, whose tests hold this against it. */
  private static final String PARTIAL_DATE =
      """
      case when {from} = {to} then {from}::text
        when {from} = '0001-01-01' then '../' || {to}
        when extract(day from {from}) <> 1 or extract(day from {to} + 1) <> 1
          then {from} || '/' || {to}
        when {to} - {from} < 31 then to_char({from}, 'YYYY-MM')
        when {to} - {from} < 93 and {to} - {from} > 88 and extract(month from {from})::int % 3 = 1
          then to_char({from}, 'YYYY-"Q"Q')
        when {to} - {from} < 93 and {to} - {from} > 88 and extract(month from {from})::int % 3 = 0
          then to_char({from}, 'YYYY-2') || extract(month from {from})::int / 3
        when {to} - {from} in (364, 365) and extract(month from {from}) = 1
          then to_char({from}, 'YYYY')
        else {from} || '/' || {to} end\
      """;

  private static Field field(Column column, RecordTypes types) {
    String name = column.name();
    boolean text =
        switch (column.kind()) {
          case TEXT, UNIT, CHOICE, LIST, REFERENCE -> true;
          case INTEGER, DECIMAL, BOOLEAN, DATE, PARTIAL_DATE -> false;
        };
    return new Field(name, column.kind(), sql(column, types), text, column.required());
  }

  private static String sql(Column column, RecordTypes types) {
    String name = "t." + column.name();
    return switch (column.kind()) {
      case TEXT, UNIT -> guarded(name);
      case LIST -> guarded("array_to_string(" + name + ", ' | ')");
      case BOOLEAN -> name + "::text";
      case PARTIAL_DATE -> partialDate(name + "_from", name + "_to");
      case REFERENCE -> reference(column, types);
      case INTEGER, DECIMAL, DATE, CHOICE -> name;
    };
  }

  /** For almost every text the first character decides, and no regular expression has to run. */
  private static String guarded(String text) {
    return "case when ascii(%1$s) in (9, 13, 39, 43, 45, 61, 64) and %1$s ~ E'%2$s' then '''' || %1$s else %1$s end"
        .formatted(text, FormulaGuard.GUARDED.replace("'", "''").replace("\\", "\\\\"));
  }

  /** What is known of a day is stored as the first and last day it can be. */
  static String partialDate(String from, String to) {
    return new Template(PARTIAL_DATE).with("from", from).with("to", to).sql();
  }

  private static String reference(Column column, RecordTypes types) {
    String row = "r_" + column.name();
    return column.references() != null
        ? row + ".key"
        : "%s || ':' || %s.key".formatted(types.tableOf(row + ".type"), row);
  }
}
