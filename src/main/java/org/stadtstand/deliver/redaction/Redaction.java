package org.stadtstand.deliver.redaction;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.deliver.checks.Model;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.search.TextIndex;

/**
 * Withholds a value or a row from releases: it is deleted from its table together with the salt of
 * its digest, so that nobody can guess it from the digest that remains.
 */
final class Redaction {

  /** What to withhold, and why. */
  record Order(
      String table,
      String key,
      @Nullable String field,
      @Nullable Integer release,
      String reason,
      String legalBasis) {}

  private static final String ADD =
      """
      insert into redaction (municipality, number, type, record, field, release, stands,
        withheld_at, reason, legal_basis)
      select :municipality, count(*) + 1, :type, :record, :field, :release, :stands, :now, :reason,
        :basis
      from redaction where municipality = :municipality
      returning id
      """;

  private static final String NOTE =
      """
      insert into withheld (since, type, record, municipality, field, redaction)
      select since, type, record, municipality, :field, :redaction from leaf l
      where l.type = :type and l.record = :record and l.since = any(:states)
      on conflict do nothing
      """;

  private static final String FORGET =
      """
      update leaf set salt = null
      where type = :type and record = :record and since = any(:states)
      """;

  private final JdbcClient jdbc;
  private final Model model;
  private final int municipality;

  Redaction(JdbcClient jdbc, Model model, int municipality) {
    this.jdbc = jdbc;
    this.model = model;
    this.municipality = municipality;
  }

  /**
   * What was withheld.
   *
   * @param texts the texts that went
   * @param translated the same in the other language, which is another field
   * @param elsewhere where their words are still published
   */
  record Outcome(
      int states,
      List<String> texts,
      List<SharedWords.SharingField> translated,
      List<SharedWords.SharingField> elsewhere) {}

  /**
   * Withholds. If the row's latest state is among the affected ones, what later deliveries say
   * there is withheld, too.
   */
  Outcome carryOut(Order order, OffsetDateTime now) {
    PublishedStates stock = PublishedStates.find(jdbc, model, municipality, order);
    Column column = column(order, stock);
    Integer[] states = states(stock, order);
    boolean stands =
        stock.number() > 0 && stock.states(null).getLast().equals(states[states.length - 1]);
    DerivedRows rebuilding = new DerivedRows(jdbc, model.derivedTables(), municipality);
    rebuilding.collect(order.table(), stock.record());
    List<String> texts =
        stock.texts(column, states).stream()
            .filter(text -> !text.equals(Placeholder.TEXT))
            .toList();
    if (column == null) {
      new Referrers(jdbc, model.types()).refuse(stock.record());
      stock.remove(states);
    } else {
      refuseNothing(order, stock.hold(column, states));
      stock.empty(column, states);
    }
    note(order, stock, states, stands, now);
    rebuilding.run();
    new TextIndex(jdbc, model.types(), municipality).rewrite(stock.record());
    SharedWords words = new SharedWords(texts);
    return new Outcome(
        states.length,
        texts,
        translated(order, stock, states),
        words.places(jdbc, model.types(), municipality));
  }

  /** A translation has other words, by which nobody would find it. */
  private static List<SharedWords.SharingField> translated(
      Order order, PublishedStates stock, Integer[] states) {
    String field = order.field() == null ? "" : order.field();
    String text = field.replaceFirst("_(de|en)$", "");
    return Stream.of(text, text + "_de", text + "_en")
        .filter(name -> !name.equals(field))
        .flatMap(name -> stock.type().column(name).stream())
        .filter(column -> stock.type().column(text + "_en").isPresent())
        .flatMap(
            column ->
                stock.texts(column, states).stream()
                    .filter(left -> !left.equals(Placeholder.TEXT))
                    .map(
                        left ->
                            new SharedWords.SharingField(
                                order.table(), order.key(), column.name(), List.of(left))))
        .toList();
  }

  private @Nullable Column column(Order order, PublishedStates stock) {
    String field = order.field();
    if (field == null) {
      return null;
    }
    RecordType type = stock.type();
    return type.column(field)
        .orElseThrow(
            () ->
                new RedactionRefused(
                    "Die Tabelle %s hat keine Spalte %s.".formatted(type.table(), field),
                    "The table %s has no column %s.".formatted(type.table(), field)));
  }

  /** It would be said for ever that something is withheld, and the row be proven no longer. */
  private static void refuseNothing(Order order, boolean something) {
    if (!something) {
      throw new RedactionRefused(
          "In %s von %s %s steht nichts, in keiner Ausgabe, um die es geht."
              .formatted(order.field(), order.table(), order.key()),
          "There is nothing in %s of %s %s, in no release that this is about."
              .formatted(order.field(), order.table(), order.key()));
    }
  }

  private Integer[] states(PublishedStates stock, Order order) {
    List<Integer> states = stock.states(release(order.release()));
    if (states.isEmpty()) {
      throw new RedactionRefused(
          "%s %s steht in keiner der Ausgaben.".formatted(order.table(), order.key()),
          "%s %s is in none of these releases.".formatted(order.table(), order.key()));
    }
    return states.toArray(Integer[]::new);
  }

  private void note(
      Order order, PublishedStates stock, Integer[] states, boolean stands, OffsetDateTime now) {
    int redaction =
        jdbc.sql(ADD)
            .param("municipality", municipality)
            .param("type", stock.number())
            .param("record", stock.record())
            .param("field", order.field())
            .param("release", stock.isRelease() ? states[0] : release(order.release()))
            .param("stands", stands)
            .param("now", now)
            .param("reason", order.reason())
            .param("basis", order.legalBasis())
            .query(int.class)
            .single();
    for (String sql : List.of(NOTE, FORGET)) {
      jdbc.sql(sql)
          .param("field", order.field())
          .param("redaction", redaction)
          .param("type", stock.number())
          .param("record", stock.record())
          .param("states", states)
          .update();
    }
  }

  /** The id of the release with this number; null for all. */
  private @Nullable Integer release(@Nullable Integer number) {
    if (number == null) {
      return null;
    }
    return jdbc.sql(
            "select id from release where municipality = :municipality and number = :number")
        .param("municipality", municipality)
        .param("number", number)
        .query(Integer.class)
        .optional()
        .orElseThrow(
            () ->
                new RedactionRefused(
                    "Es gibt keine Ausgabe %d.".formatted(number),
                    "There is no release %d.".formatted(number)));
  }
}
