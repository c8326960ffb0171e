package org.stadtstand.graph.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.steps.RecordAtRelease;
import org.stadtstand.graph.steps.RowTransition;
import org.stadtstand.graph.steps.RowValues;
import org.stadtstand.graph.steps.TitleReader;
import org.stadtstand.graph.steps.Titles;
import org.stadtstand.ground.sql.Statements;
import org.stadtstand.ground.sql.Template;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.search.FoundTerm;
import org.stadtstand.record.search.SearchResult;
import org.stadtstand.record.search.SearchedField;
import org.stadtstand.record.search.WrittenWord;

/** Reads the rows of the hits of a page, and says where in them the words stand. */
@Component
class HitReader {

  private static final int SHOWN = 3;

  private static final String ROWS =
      """
      (select p.n, {values} from unnest({records}, {releases}, {places}) p(record, release, n)
      join {table} t on t.record = p.record and t.since <= p.release and t.until > p.release)
      """;

  private final Statements statements;
  private final TitleReader titles;
  private final RecordTypes types;

  HitReader(Statements statements, TitleReader titles, RecordTypes types) {
    this.statements = statements;
    this.titles = titles;
    this.types = types;
  }

  List<SearchHit> read(List<SearchResult.Hit> hits, List<FoundTerm> terms) {
    Map<Integer, RowValues> rows = rows(hits);
    Titles known =
        titles.titles(
            rows.entrySet().stream()
                .map(row -> transition(hits.get(row.getKey()), row.getValue()))
                .toList());
    List<SearchHit> read = new ArrayList<>();
    for (int i = 0; i < hits.size(); i++) {
      SearchResult.Hit hit = hits.get(i);
      RowValues row = rows.get(i);
      if (row == null) {
        throw new IllegalStateException("There is no row of " + hit);
      }
      read.add(new SearchHit(hit, row, known, matches(hit, row, terms)));
    }
    return read;
  }

  private Map<Integer, RowValues> rows(List<SearchResult.Hit> hits) {
    Map<Integer, List<Integer>> byType = new HashMap<>();
    for (int i = 0; i < hits.size(); i++) {
      byType.computeIfAbsent(hits.get(i).type(), type -> new ArrayList<>()).add(i);
    }
    StringJoiner union = new StringJoiner(" union all ");
    List<Object> values = new ArrayList<>();
    byType.forEach(
        (number, places) -> {
          union.add(select(types.get(number), values.size()));
          values.add(places.stream().map(i -> hits.get(i).record()).toArray(Integer[]::new));
          values.add(places.stream().map(i -> hits.get(i).pin().release()).toArray(Integer[]::new));
          values.add(places.toArray(Integer[]::new));
        });
    Map<Integer, RowValues> rows = new HashMap<>();
    if (!hits.isEmpty()) {
      statements.rows(
          union.toString(),
          values,
          row -> {
            int n = row.integer("n");
            return rows.put(n, RowValues.of(types.get(hits.get(n).type()), row, "cells"));
          });
    }
    return rows;
  }

  /**
   * @param first the number of the first of its three values
   */
  private String select(RecordType type, int first) {
    return new Template(ROWS)
        .with("values", RowValues.sql(types, type, "t", "cells"))
        .with("table", type.table())
        .with("records", "{" + first + "}")
        .with("releases", "{" + (first + 1) + "}")
        .with("places", "{" + (first + 2) + "}")
        .sql();
  }

  /** The row as if it had just come, for the titles of what it refers to. */
  private static RowTransition transition(SearchResult.Hit hit, RowValues row) {
    int release = hit.pin().release();
    RecordAtRelease spot = new RecordAtRelease(release, hit.type(), hit.record());
    return new RowTransition(spot, release, hit.key(), null, row, false, null);
  }

  private static List<SearchMatch> matches(
      SearchResult.Hit hit, RowValues row, List<FoundTerm> terms) {
    List<SearchMatch> matches = new ArrayList<>();
    for (SearchedField field : SearchedField.of(row.type())) {
      String text = field.column() == null ? hit.key() : row.get(field.column());
      SearchMatch match = text == null ? null : match(field, text, terms);
      if (match != null) {
        matches.add(match);
      }
    }
    matches.sort(Comparator.comparingInt((SearchMatch match) -> -match.score()));
    return matches.subList(0, Math.min(SHOWN, matches.size()));
  }

  private static @Nullable SearchMatch match(
      SearchedField field, String text, List<FoundTerm> terms) {
    List<WrittenWord> words = WrittenWord.of(text);
    Set<Integer> marked = new TreeSet<>();
    int factor = 0;
    for (FoundTerm term : terms) {
      if (!term.term().excluded()) {
        factor += term.factor(words);
        marked.addAll(term.marked(words));
      }
    }
    return factor == 0
        ? null
        : new SearchMatch(field, field.weight() * factor, Excerpt.of(text, words, marked));
  }
}
