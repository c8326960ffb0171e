package org.stadtstand.record.declaration;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stadtstand.ground.text.Text;

/**
 * What is probably wrong with a row, though it can be right: whoever delivers it is warned, and may
 * say that it is meant.
 *
 * @param code the stable name in findings and acknowledgements, in kebab-case
 * @param table the table of the row
 * @param column the column that is doubtful
 * @param rows SQL for the doubtful rows {@code t} of those that the release {@code r} begins: what
 *     follows {@code from} the table, with joins and the condition; what is published is as it
 *     would be after the delivery. What looks at a whole table is materialized, and the names come
 *     last: of tables just filled the planner knows nothing, and has looked at all of one anew for
 *     each pair of rows of others
 * @param told SQL for what the sentence tells, after the key of the row
 */
public record Doubt(
    String code, String table, String column, String rows, List<String> told, Text sentence) {

  /** In characters. */
  private static final int LONGEST_NAME = 500;

  /** A hundred years, in days. */
  private static final int FAR = 36_525;

  /** The condition that a row is part of the state being made. */
  private static final String OPEN = "%s.until = {open}";

  /** Something that has happened, on a day that had not come when it was told. */
  public static Doubt future(String table, String column, String earliest) {
    return future(table, column, earliest, "true");
  }

  public static Doubt future(String table, String column, String earliest, String past) {
    return new Doubt(
        "future-event",
        table,
        column,
        "where t.%s > r.stands_for and (%s)".formatted(earliest, past),
        List.of("t." + earliest),
        new Text("„%s“ ist geschehen, aber erst am %s.", "“%s” has happened, but only on %s."));
  }

  /**
   * Two rows that are alike in some columns, and yet have two values. An ordinal of their own would
   * say which of them counts.
   */
  public static Doubt twoValues(String table, String value, List<String> alike) {
    String same =
        alike.stream()
            .map("o.%1$s is not distinct from t.%1$s"::formatted)
            .collect(Collectors.joining(" and "));
    return new Doubt(
        "two-values",
        table,
        value,
        """
        join %1$s o on o.%2$s = t.%2$s and %3$s and %4$s and o.ordinal = t.ordinal
          and o.%5$s <> t.%5$s and (o.since < t.since or o.record < t.record)
        join record k on k.id = o.record\
        """
            .formatted(table, alike.getFirst(), OPEN.formatted("o"), same, value),
        List.of("t." + value, "k.key", "o." + value),
        new Text(
            "„%s“ hat für denselben Tag den Wert %s, „%s“ dagegen %s.",
            "“%s” has the value %s for the same day as “%s”, which has %s."));
  }

  /** The same of events on one day; within a month or a year there can be several. */
  public static Doubt twoValuesOfADay(String table, String value, String... alike) {
    Doubt any =
        twoValues(
            table,
            value,
            Stream.concat(Stream.of(alike), Stream.of("effective_on_from", "effective_on_to"))
                .toList());
    return new Doubt(
        any.code,
        table,
        value,
        any.rows + " where t.effective_on_from = t.effective_on_to",
        any.told,
        any.sentence);
  }

  /** A name that is none, because it fills a page; often the text that belongs beside it. */
  public static Doubt longName(String table, Column column) {
    String length = "length(t." + column.name() + ")";
    return new Doubt(
        "long-name",
        table,
        column.name(),
        "where %s > %d".formatted(length, LONGEST_NAME),
        List.of(length),
        new Text(
            "Was „%s“ benennt, hat %s Zeichen: Das liest niemand als Namen.",
            "What names “%s” has %s characters: nobody reads that as a name."));
  }

  /**
   * A name with a line break, as spreadsheets make them; it breaks every list that it stands in.
   */
  public static Doubt brokenName(String table, Column column) {
    return new Doubt(
        "broken-name",
        table,
        column.name(),
        "where t.%s ~ '[\\n\\r\\t]'".formatted(column.name()),
        List.of(),
        new Text(
            "Was „%s“ benennt, geht über mehr als eine Zeile.",
            "What names “%s” runs over more than one line."));
  }

  /** A day that nobody living will see, or has seen: often a stand-in, or a slip of the finger. */
  public static Doubt distantDay(String table, Column column) {
    String latest = "t." + column.stored().getLast();
    return new Doubt(
        "distant-day",
        table,
        column.name(),
        "where %1$s not between r.stands_for - %2$d and r.stands_for + %2$d".formatted(latest, FAR),
        List.of("extract(year from %s)".formatted(latest)),
        new Text(
            "In „%s“ steht das Jahr %s. Was niemand weiß, bleibt leer.",
            "“%s” names the year %s. What nobody knows is left empty."));
  }

  /** A name that another row of the table has as well. */
  public static Doubt twice(String table, String column, String compared, String within) {
    return new Doubt(
        "title-twice",
        table,
        column,
        """
        join (with beside as materialized (
          select n.record, lag(n.record) over same as before from %1$s n
          where n.municipality = :municipality and n.until = {open}
          window same as (partition by n.%2$s, %3$s order by n.since, n.record)
        ) select * from beside) d on d.record = t.record and d.before is not null
        cross join lateral (select k.key from record k where k.id = d.before offset 0) k\
        """
            .formatted(table, compared, within),
        List.of("k.key"),
        new Text("„%s“ heißt wie „%s“.", "“%s” has the same name as “%s”."));
  }
}
