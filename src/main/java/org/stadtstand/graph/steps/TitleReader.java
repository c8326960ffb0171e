package org.stadtstand.graph.steps;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
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

  private static final String TITLES =
      """
      (select p.release, {type} as type, t.record, t.{title} as de, {english} as en, {kind} as kind
      from unnest({releases}, {records}) p(release, record)
      join {table} t on t.record = p.record and t.since <= p.release and t.until > p.release)
      """;

  private final Statements statements;
  private final RecordTypes types;

  public TitleReader(Statements statements, RecordTypes types) {
    this.statements = statements;
    this.types = types;
  }

  /** The titles of what the transitions' rows refer to. */
  public Titles titles(Collection<RowTransition> steps) {
    Set<RecordAtRelease> wanted = new HashSet<>();
    for (RowTransition step : steps) {
      // What a release ended is described in the state before it.
      boolean changed = step.before() != null && step.after() != null;
      want(step.before(), step.earlier(), changed, wanted);
      want(step.after(), step.spot().release(), changed, wanted);
    }
    Map<Integer, List<RecordAtRelease>> byType =
        wanted.stream()
            .filter(spot -> types.get(spot.type()).title().isPresent())
            .collect(Collectors.groupingBy(RecordAtRelease::type));
    return byType.isEmpty() ? new Titles(Map.of(), types) : read(byType);
  }

  private static void want(
      @Nullable RowValues row, int release, boolean changed, Set<RecordAtRelease> wanted) {
    if (row == null) {
      return;
    }
    for (Column column : row.type().columns()) {
      boolean needed = changed || !column.name().equals("source") || tellsSource(row);
      RowValues.Target target = needed ? row.target(column) : null;
      if (target != null) {
        wanted.add(new RecordAtRelease(release, target.type(), target.record()));
      }
    }
  }

  /** Every row has a source, which only a sentence that names it needs, or one on its change. */
  private static boolean tellsSource(RowValues row) {
    Text told = row.type().told().sentence();
    return told != null && told.de().contains("{source}");
  }

  private Titles read(Map<Integer, List<RecordAtRelease>> byType) {
    StringJoiner union = new StringJoiner(" union all ");
    List<Object> values = new ArrayList<>();
    byType.forEach(
        (number, spots) -> {
          union.add(titles(types.get(number), values.size()));
          values.add(spots.stream().map(RecordAtRelease::release).toArray(Integer[]::new));
          values.add(spots.stream().map(RecordAtRelease::record).toArray(Integer[]::new));
        });
    Map<RecordAtRelease, Text> titles = new HashMap<>();
    statements
        .rows(
            union.toString(),
            values,
            row ->
                Map.entry(
                    new RecordAtRelease(row.integer("release"), row.integer("type"), row.record()),
                    text(row)))
        .forEach(title -> titles.put(title.getKey(), title.getValue()));
    return new Titles(titles, types);
  }

  private Text text(Row row) {
    String kind = row.textOrNull("kind");
    if (kind == null) {
      return new Text(row.text("de"), row.textOrNull("en"));
    }
    Column kinds = types.get(RecordType.SOURCE).column("kind").orElseThrow();
    String publisher = row.text("de") + ", ";
    return new Text(
        publisher + kinds.valueLabel(kind, Language.DE),
        publisher + kinds.valueLabel(kind, Language.EN));
  }

  /** A source is named by who published it, and what kind of source that is. */
  private static String titles(RecordType type, int place) {
    boolean source = type.number() == RecordType.SOURCE;
    String title = source ? "publisher" : type.title().orElseThrow().name();
    String english = Titles.english(title);
    return new Template(TITLES)
        .with("type", type.number())
        .with("title", title)
        .with("english", type.column(english).isPresent() ? "t." + english : "null::text")
        .with("kind", source ? "t.kind" : "null::text")
        .with("releases", "{" + place + "}")
        .with("records", "{" + (place + 1) + "}")
        .with("table", type.table())
        .sql();
  }
}
