package org.stadtstand;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.ground.text.Precision;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;

/**
 * What the published rows of a city say, read from whatever tables and columns are declared: which
 * days are known, and what was said in other words.
 */
final class PublishedDays {

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern SHORT = Pattern.compile("(\\d\\d)\\.(\\d\\d)\\.(\\d{4})");

  private final JdbcClient jdbc;
  private final String city;
  private final Set<LocalDate> known = new HashSet<>();
  private final Set<LocalDate> bounds = new HashSet<>();
  private final List<String> paraphrases = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();

  /** How many values there are of each precision and each nature. */
  final Map<String, Integer> counts = new HashMap<>();

  PublishedDays(JdbcClient jdbc, RecordTypes types, String city) {
    this.jdbc = jdbc;
    this.city = city;
    types.all().forEach(type -> type.columns().forEach(column -> read(type, column)));
    days("select stands_for, stands_for from release where municipality = m");
    days("select published_at::date, published_at::date from release where municipality = m");
  }

  /** A reader who knows these rows, and the days that were asked about. */
  Proofreader reader(LocalDate... asked) {
    known.addAll(List.of(asked));
    // What also stands in quotation marks as the title or the words of another row.
    paraphrases.removeIf(words -> texts.stream().anyMatch(text -> text.contains(words)));
    return new Proofreader(Set.copyOf(known), Set.copyOf(bounds), List.copyOf(paraphrases));
  }

  private void read(RecordType type, Column column) {
    String name = column.name();
    String from = type.table() + " t where t.municipality = m";
    switch (column.kind()) {
      case PARTIAL_DATE -> days("select %1$s_from, %1$s_to from %2$s".formatted(name, from));
      case DATE -> days("select %1$s, %1$s from %2$s".formatted(name, from));
      case TEXT ->
          texts(
              column.quotedIf() == null
                  ? "select %s, true from %s".formatted(name, from)
                  : "select %s, %s from %s".formatted(name, column.quotedIf(), from));
      case CHOICE -> counted("select %s from %s".formatted(name, from), name);
      default -> {
        // Neither a day nor words.
      }
    }
  }

  private JdbcClient.StatementSpec statement(String sql) {
    return jdbc.sql(
            sql.replace(
                "= m",
                "= (select id from record where type = 1 and municipality = id and key = :city)"))
        .param("city", city);
  }

  private void days(String sql) {
    statement(sql)
        .query(
            row -> {
              PartialDate date =
                  PartialDate.of(
                      row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class));
              if (date != null) {
                counts.merge(date.precision().name(), 1, Integer::sum);
                (date.precision() == Precision.DAY ? known : bounds)
                    .addAll(List.of(date.earliest(), date.latest()));
              }
            });
  }

  private void texts(String sql) {
    statement(sql)
        .query(
            row -> {
              String text = row.getString(1);
              if (text != null) {
                (row.getBoolean(2) ? texts : paraphrases).add(text);
                named(text);
              }
            });
  }

  private void counted(String sql, String name) {
    statement(sql)
        .query(
            row -> {
              counts.merge(name + " " + row.getString(1), 1, Integer::sum);
            });
  }

  /** Days that a publisher names in a text are the publisher's. */
  private void named(String text) {
    Matcher iso = DAY.matcher(text);
    while (iso.find()) {
      known.add(LocalDate.parse(iso.group()));
    }
    Matcher brief = SHORT.matcher(text);
    while (brief.find()) {
      known.add(LocalDate.parse(brief.group(3) + "-" + brief.group(2) + "-" + brief.group(1)));
    }
  }
}
