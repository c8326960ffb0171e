package org.stadtstand.record.time;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What publishers had to withhold from published states by law: never much, so kept as a list. */
public final class WithheldValues {

  static final WithheldValues NONE = new WithheldValues(List.of(), Map.of());

  private final List<Value> values;
  private final Map<Integer, Instant> latest;

  /**
   * @param latest when each municipality last withheld something, or lifted that
   */
  private WithheldValues(List<Value> values, Map<Integer, Instant> latest) {
    this.values = List.copyOf(values);
    this.latest = Map.copyOf(latest);
  }

  /**
   * A value withheld from a state of a record.
   *
   * @param since the id of the release from which the state held, until another one's
   * @param field the column; null if the whole row is withheld
   */
  record Value(int municipality, int record, int since, int until, @Nullable String field) {

    boolean concerns(Pin pin) {
      return municipality == pin.place().id() && since <= pin.release() && until > pin.release();
    }
  }

  static WithheldValues read(JdbcClient jdbc) {
    return new WithheldValues(
        jdbc.sql(
                """
                select w.municipality, w.record, w.since, l.until, w.field
                from withheld w join leaf l using (since, type, record)
                """)
            .query(
                (row, number) ->
                    new Value(
                        row.getInt("municipality"),
                        row.getInt("record"),
                        row.getInt("since"),
                        row.getInt("until"),
                        row.getString("field")))
            .list(),
        jdbc
            .sql("select municipality, max(withheld_at) from redaction group by municipality")
            .query(
                (row, number) ->
                    Map.entry(row.getInt(1), row.getObject(2, OffsetDateTime.class).toInstant()))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  Instant latest(MunicipalityRef place) {
    return latest.getOrDefault(place.id(), Instant.EPOCH);
  }

  /** How many times something was withheld, by municipality. */
  static Map<Integer, Integer> redactions(JdbcClient jdbc) {
    return jdbc
        .sql("select municipality, count(*) as n from redaction group by municipality")
        .query((row, number) -> Map.entry(row.getInt("municipality"), row.getInt("n")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The last entry of the list; 0 if there is none. */
  static int last(JdbcClient jdbc) {
    return jdbc.sql("select coalesce(max(id), 0) from redaction").query(int.class).single();
  }

  /** The keys of the municipalities with redactions after an entry. */
  static List<String> municipalities(JdbcClient jdbc, int entry) {
    return jdbc.sql(
            """
            select distinct k.key from redaction x join record k on k.id = x.municipality
            where x.id > :entry and x.lifts is null
            """)
        .param("entry", entry)
        .query((row, number) -> row.getString(1))
        .list();
  }

  /** How many values and rows are withheld from the state at a pin. */
  public int count(Pin pin) {
    return (int) values.stream().filter(value -> value.concerns(pin)).count();
  }

  /** The columns withheld from a record in the state of its pin. */
  public List<String> fields(Pinned record) {
    return fields(record.record(), record.pin());
  }

  /** The columns withheld from the record of this number in the state of a pin. */
  public List<String> fields(int record, Pin pin) {
    return values.stream()
        .filter(value -> value.record() == record && value.concerns(pin))
        .flatMap(value -> Stream.ofNullable(value.field()))
        .sorted()
        .toList();
  }
}
