package org.stadtstand.record.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.sql.Statements;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.time.Pin;

/** Reads published texts that have all words of a phrase: their order stands nowhere else. */
@Component
class PhraseTexts {

  private static final String TEXTS =
      """
      select %1$d as i, t.record, %2$s as text
      from unnest({%3$d}, {%4$d}) c(record, release) join %5$s t
        on t.record = c.record and t.since <= c.release and t.until > c.release
      """;

  private final Statements statements;
  private final RecordTypes types;

  PhraseTexts(Statements statements, RecordTypes types) {
    this.statements = statements;
    this.types = types;
  }

  /**
   * One text of all records of a type in a state.
   *
   * @param n of the state, from 1
   * @param weight how much a word found there counts
   */
  record Text(int n, int type, String field, int weight) {

    private Column column() {
      return new Column(type, field);
    }
  }

  private record Column(int type, String field) {}

  /** Of the records of each text those in which the words stand one after the other. */
  Map<Text, int[]> having(FoundTerm term, Map<Text, int[]> candidates, List<Pin> states) {
    if (candidates.isEmpty() || term.fitting().size() == 1) {
      return candidates;
    }
    Map<Column, List<Text>> columns =
        candidates.keySet().stream()
            .collect(Collectors.groupingBy(Text::column, LinkedHashMap::new, Collectors.toList()));
    Map<Column, Set<Integer>> having = read(term, columns, candidates, states);
    Map<Text, int[]> found = new HashMap<>();
    candidates.forEach(
        (text, records) -> {
          Set<Integer> own = having.getOrDefault(text.column(), Set.of());
          found.put(text, Arrays.stream(records).filter(own::contains).toArray());
        });
    return found;
  }

  private Map<Column, Set<Integer>> read(
      FoundTerm term,
      Map<Column, List<Text>> columns,
      Map<Text, int[]> candidates,
      List<Pin> states) {
    List<Column> read = List.copyOf(columns.keySet());
    List<String> parts = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    for (Column column : read) {
      parts.add(sql(column, parts.size()));
      values.addAll(arrays(columns.getOrDefault(column, List.of()), candidates, states));
    }
    Map<Column, Set<Integer>> having = new HashMap<>();
    statements.rows(
        String.join("union all\n", parts),
        values,
        row -> {
          // What was withheld just now is no text any more.
          String text = row.textOrNull("text");
          return text != null
              && !term.marked(WrittenWord.of(text)).isEmpty()
              && having
                  .computeIfAbsent(read.get(row.integer("i")), column -> new HashSet<>())
                  .add(row.record());
        });
    return having;
  }

  private String sql(Column column, int i) {
    RecordType type = types.get(column.type());
    SearchedField field =
        SearchedField.of(type).stream()
            .filter(one -> one.name().equals(column.field()))
            .findFirst()
            .orElseThrow();
    return TEXTS.formatted(i, field.sql("t"), 2 * i, 2 * i + 1, type.table());
  }

  /** The records and the release that each is looked at in. */
  private static List<Object> arrays(
      List<Text> texts, Map<Text, int[]> candidates, List<Pin> states) {
    List<Integer> records = new ArrayList<>();
    List<Integer> releases = new ArrayList<>();
    for (Text text : texts) {
      for (int record : candidates.getOrDefault(text, new int[0])) {
        records.add(record);
        releases.add(states.get(text.n() - 1).release());
      }
    }
    return List.of(records.toArray(Integer[]::new), releases.toArray(Integer[]::new));
  }
}
