package org.stadtstand.graph.steps;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.ground.sql.Statements;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;

/** Reads the titles of the records that rows refer to, each in the state its row belongs to. */
@Component
public class TitleReader {

  /** What a release no longer holds is named as it was last. */
  private static final String READ =
      """
      (select p.release, {type} as type, t.record, {columns}
      from unnest({releases}, {records}) p(release, record)
      cross join lateral (
        select * from {table} s where s.record = p.record and s.since <= p.release
        order by s.since desc limit 1) t)
      """;

  private final Statements statements;
  private final RecordTypes types;

  public TitleReader(Statements statements, RecordTypes types) {
    this.statements = statements;
    this.types = types;
  }

  /** The titles of what the transitions' rows refer to. */
  public Titles titles(Collection<RowTransition> steps) {
    Set<RecordAtRelease> titled = new HashSet<>();
    Set<RecordAtRelease> described = new HashSet<>();
    for (RowTransition step : steps) {
      // What a release ended is described in the state before it.
      boolean changed = step.before() != null && step.after() != null;
      want(step.before(), step.earlier(), changed, titled, described);
      want(step.after(), step.spot().release(), changed, titled, described);
    }
    Map<RecordAtRelease, RowValues> rows =
        read(described, type -> RowValues.sql(types, type, "t", "cells"), this::cells);
    rows.forEach((spot, row) -> want(row, spot.release(), false, titled, new HashSet<>()));
    return new Titles(read(titled, TitleReader::columns, this::title), rows, types);
  }

  private void want(
      @Nullable RowValues row,
      int release,
      boolean changed,
      Set<RecordAtRelease> titled,
      Set<RecordAtRelease> described) {
    if (row == null) {
      return;
    }
    for (Column column : row.type().columns()) {
      boolean needed = changed || !column.name().equals("source") || namesSource(row);
      RowValues.Target target = needed ? row.target(column) : null;
      if (target != null) {
        boolean title = types.get(target.type()).title().isPresent();
        boolean whole = !title || column.name().equals(ValueWords.CORRECTED);
        (whole ? described : titled)
            .add(new RecordAtRelease(release, target.type(), target.record()));
      }
    }
  }

  /** Every row has a source, which only a sentence that names it needs, or one on its change. */
  private static boolean namesSource(RowValues row) {
    Text sentence = row.type().told().sentence();
    return sentence != null && sentence.de().contains("{source}");
  }

  private <T> Map<RecordAtRelease, T> read(
      Set<RecordAtRelease> spots, Function<RecordType, String> columns, Function<Row, T> value) {
    StringJoiner union = new StringJoiner(" union all ");
    List<Object> values = new ArrayList<>();
    spots.stream()
        .collect(Collectors.groupingBy(RecordAtRelease::type))
        .forEach(
            (number, own) -> {
              RecordType type = types.get(number);
              union.add(
                  new Template(READ)
                      .with("type", number)
                      .with("columns", columns.apply(type))
                      .with("releases", "{" + values.size() + "}")
                      .with("records", "{" + (values.size() + 1) + "}")
                      .with("table", type.table())
                      .sql());
              values.add(own.stream().map(RecordAtRelease::release).toArray(Integer[]::new));
              values.add(own.stream().map(RecordAtRelease::record).toArray(Integer[]::new));
            });
    Map<RecordAtRelease, T> read = new HashMap<>();
    if (!spots.isEmpty()) {
      statements.rows(
          union.toString(), values, row -> read.put(RecordAtRelease.of(row), value.apply(row)));
    }
    return read;
  }

  private RowValues cells(Row row) {
    return RowValues.of(types.get(row.integer("type")), row, "cells");
  }

  private Titles.Title title(Row row) {
    String kind = row.textOrNull("kind");
    if (kind == null) {
      return new Titles.Title(new Text(row.text("de"), row.textOrNull("en")), null);
    }
    Column kinds = types.get(RecordType.SOURCE).column("kind").orElseThrow();
    String publisher = row.text("de") + ", ";
    Text name =
        new Text(
            publisher + kinds.valueInPhrase(kind, Language.DE),
            publisher + kinds.valueInPhrase(kind, Language.EN));
    return new Titles.Title(name, row.text("work"));
  }

  /** A source is named by who published it, and what kind of source that is. */
  private static String columns(RecordType type) {
    if (type.number() == RecordType.SOURCE) {
      return "t.publisher as de, null::text as en, t.kind as kind, t.title as work";
    }
    String title = type.title().orElseThrow().name();
    String english = Titles.english(title);
    return "t.%s as de, %s as en, null::text as kind, null::text as work"
        .formatted(title, type.column(english).isPresent() ? "t." + english : "null::text");
  }
}
