package org.stadtstand.record.chain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;

/**
 * The canonical text of a published row, from which its digest is computed: JSON as in RFC 8785,
 * with every value a string or a list of strings, and empty values omitted. It is produced twice,
 * from values and by the database; a test compares both with each other and with the external
 * verification script.
 */
public final class CanonicalForm {

  private static final String INTERVAL =
      """
      case when {from} is not distinct from {to} then cast({from} as text)
        else concat({from}, '/', {to}) end\
      """;

  private static final String NAMED =
      """
      coalesce((
        select case when r.municipality = t.municipality{right} then {table} || ':' || r.key end
        from record r where r.id = {record}), '#' || {record})\
      """;

  private CanonicalForm() {}

  /** The text for values that are strings or lists of strings. */
  public static String text(String table, String key, SortedMap<String, Object> values) {
    String members =
        values.entrySet().stream()
            .map(entry -> quoted(entry.getKey()) + ":" + json(entry.getValue()))
            .collect(Collectors.joining(",", "{", "}"));
    return "{\"key\":%s,\"table\":%s,\"values\":%s}".formatted(quoted(key), quoted(table), members);
  }

  private static String json(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(CanonicalForm::json).collect(Collectors.joining(",", "[", "]"))
        : quoted(value.toString());
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\b' -> json.append("\\b");
        case '\f' -> json.append("\\f");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> json.append(c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
      }
    }
    return json.append('"').toString();
  }

  /**
   * The SQL expression for the text.
   *
   * @param key an expression for the row's key
   * @param values for each name an expression for its JSON, null if there is no value
   */
  static String sql(String table, String key, Map<String, String> values) {
    // Names begin with a letter, so only the first member can have a comma in front.
    String members =
        new TreeMap<>(values)
            .entrySet().stream()
                .map(value -> "',\"%s\":' || %s".formatted(value.getKey(), value.getValue()))
                .collect(Collectors.joining(",\n  ", "ltrim(concat(\n  ", "), ',')"));
    return new Template(
            "'{\"key\":' || {key} || ',\"table\":\"{table}\",\"values\":{' || {members} || '}}'")
        .with("key", json(key))
        .with("table", table)
        .with("members", members)
        .sql();
  }

  /** The values of a published row, which has the alias {@code t}. */
  static Map<String, String> values(RecordType type, RecordTypes types) {
    Map<String, String> values = new LinkedHashMap<>();
    type.columns().forEach(column -> values.put(column.name(), value(column, types)));
    return values;
  }

  private static String value(Column column, RecordTypes types) {
    String name = "t." + column.name();
    return switch (column.kind()) {
      case TEXT, UNIT -> json(composed(name));
      case CHOICE, INTEGER, BOOLEAN, DATE -> json(name);
      case DECIMAL -> json("trim_scale(%s)".formatted(name));
      case PARTIAL_DATE -> json(interval(name + "_from", name + "_to"));
      case LIST -> list(name);
      case REFERENCE -> json(named(column, name, types));
    };
  }

  /** The JSON of a list of texts. */
  static String list(String name) {
    return "case when %s is not null then %s end"
        .formatted(
            name,
            text("to_json(array(select %s from unnest(%s) e))".formatted(composed("e"), name)));
  }

  /** Normalizing text that is already normal costs ten times as much as checking. */
  private static String composed(String text) {
    return new Template(
            "case when {text} is nfc normalized then {text} else normalize({text}, nfc) end")
        .with("text", text)
        .sql();
  }

  /** One day, or two; for half an interval, which no publication writes, the half that exists. */
  private static String interval(String from, String to) {
    return new Template(INTERVAL).with("from", from).with("to", to).sql();
  }

  /**
   * A sub-select rather than a join: one look-up per row, whatever the planner guesses. A target
   * that does not exist, belongs to another city or is in another table appears as its number;
   * otherwise it would read like one with the same key.
   */
  private static String named(Column column, String record, RecordTypes types) {
    String goal = column.references();
    String table = goal == null ? types.tableOf("r.type") : "'" + goal + "'";
    String right = goal == null ? "" : " and r.type = " + types.get(goal).number();
    return new Template(NAMED)
        .with("record", record)
        .with("table", table)
        .with("right", right)
        .sql();
  }

  /** A timestamp in UTC, to the microsecond. */
  static String moment(String name) {
    return json(
        "to_char(%s at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')".formatted(name));
  }

  /** The value as a JSON string. */
  static String json(String value) {
    return text("to_json(%s)".formatted(text(value)));
  }

  private static String text(String value) {
    return "cast(%s as text)".formatted(value);
  }
}
