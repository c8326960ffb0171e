package org.stadtstand.graph.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.steps.FeedCursor;
import org.stadtstand.graph.steps.Position;
import org.stadtstand.graph.steps.RecordAtRelease;
import org.stadtstand.graph.steps.RowTransition;
import org.stadtstand.graph.steps.TitleReader;
import org.stadtstand.graph.steps.Titles;
import org.stadtstand.record.cache.ResultCache;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;

/** Compares two states of a record, page by page; neither can change, so pages are cached. */
@Component
class StateComparison {

  private static final int MOST_AT_ONCE = 5_000;
  private static final int GROWTH = 4;

  private final DifferenceReader differences;
  private final TitleReader titles;
  private final RecordTypes types;
  private final ResultCache cache;

  StateComparison(
      DifferenceReader differences, TitleReader titles, RecordTypes types, ResultCache cache) {
    this.differences = differences;
    this.titles = titles;
    this.types = types;
    this.cache = cache;
  }

  private record CountKey(String list, @Nullable Set<String> tables) {}

  private record Counts(List<DifferenceCount> list) {}

  DifferencePage page(ReleaseRange span, ComparisonQuery query) {
    if (cache.find(query) instanceof DifferencePage kept) {
      return kept;
    }
    DifferencePage page = read(span, query);
    cache.keep(query, page);
    return page;
  }

  List<DifferenceCount> counts(ReleaseRange span, ComparisonQuery query) {
    CountKey key = new CountKey(query.list(), query.tables());
    if (cache.find(key) instanceof Counts kept) {
      return kept.list();
    }
    List<DifferenceCount> counts = differences.counts(span, asked(query));
    cache.keep(key, new Counts(counts));
    return counts;
  }

  private List<RecordType> asked(ComparisonQuery query) {
    Set<String> tables = query.tables();
    return types.all().stream()
        .filter(type -> tables == null || tables.contains(type.table()))
        .toList();
  }

  private DifferencePage read(ReleaseRange span, ComparisonQuery query) {
    List<RowTransition> found = new ArrayList<>();
    Position from = query.after();
    int limit = query.size() + 1;
    boolean more = true;
    while (more && found.size() <= query.size()) {
      List<RecordAtRelease> touched = differences.touched(span, from, asked(query), limit);
      differences.differing(span, touched).stream()
          .filter(step -> isAsked(query, step))
          .forEach(found::add);
      more = touched.size() == limit;
      from = touched.isEmpty() ? from : Position.at(touched.getLast());
      // Changes that were undone do not fill a page.
      limit = Math.min(MOST_AT_ONCE, limit * GROWTH);
    }
    boolean next = found.size() > query.size();
    return page(query, next ? found.subList(0, query.size()) : found, next);
  }

  private static boolean isAsked(ComparisonQuery query, RowTransition step) {
    Set<DifferenceKind> kinds = query.kinds();
    return kinds == null || kinds.contains(new Difference(step, Titles.NONE).kind());
  }

  private DifferencePage page(ComparisonQuery query, List<RowTransition> steps, boolean more) {
    Titles known = titles.titles(steps);
    return new DifferencePage(
        steps.stream()
            .map(
                step ->
                    new DifferencePage.Edge(
                        FeedCursor.encode(query.list(), Position.at(step.spot())),
                        new Difference(step, known)))
            .toList(),
        more);
  }
}
