package org.stadtstand.graph.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.schema.PageInfo;
import org.stadtstand.graph.steps.FeedCursor;
import org.stadtstand.graph.steps.Position;
import org.stadtstand.graph.steps.Prefilter;
import org.stadtstand.graph.steps.RecordAtRelease;
import org.stadtstand.graph.steps.Titles;
import org.stadtstand.ground.sql.Row;
import org.stadtstand.ground.sql.Statements;
import org.stadtstand.record.cache.ResultCache;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.listing.KeyFilter;
import org.stadtstand.record.time.Release;

/**
 * The feed of all changes. It has no gaps because it is read from the rows themselves, and its
 * order puts later publications later.
 */
@Component
class ChangeFeed {

  // A filter that matches little makes the feed scan ever larger windows, up to this.
  private static final int MOST_AT_ONCE = 5_000;
  private static final int GROWTH = 4;

  private static final String NAMED =
      """
      select r.id as record from record r
      where r.municipality = any({0}) and (r.type, r.key) in (select * from unnest({1}, {2}))
      """;

  private final ChangeReader reader;
  private final Statements statements;
  private final RecordTypes types;
  private final ResultCache cache;

  ChangeFeed(ChangeReader reader, Statements statements, RecordTypes types, ResultCache cache) {
    this.reader = reader;
    this.statements = statements;
    this.types = types;
    this.cache = cache;
  }

  ChangePage page(FeedQuery query) {
    if (cache.find(query) instanceof ChangePage kept) {
      return kept;
    }
    ChangePage page = read(query);
    cache.keep(query, page);
    return page;
  }

  private ChangePage read(FeedQuery query) {
    ChangeFilter filter = new ChangeFilter(types);
    Predicate<RecordChange> fits = filter.predicate(query.filter());
    List<Integer> subjects = subjects(query, filter);
    List<RecordChange> found =
        subjects != null && subjects.isEmpty()
            ? List.of()
            : read(
                query,
                fits,
                filter.narrowing(query.filter(), Objects.requireNonNullElse(subjects, List.of())));
    boolean more = found.size() > query.size();
    return page(query, more ? found.subList(0, query.size()) : found, more);
  }

  /** Rejects a filter that cannot be meant; the records that it names. */
  Set<KeyFilter.Named> check(Map<String, @Nullable Object> filter) {
    ChangeFilter asked = new ChangeFilter(types);
    asked.predicate(filter);
    return asked.named(filter);
  }

  /** The records that may be subjects by the filter; null for all. */
  private @Nullable List<Integer> subjects(FeedQuery query, ChangeFilter filter) {
    Object named = query.filter().get("subject");
    if (named == null) {
      return null;
    }
    List<Set<String>> allowed = filter.names(ChangeFilter.map(named));
    if (allowed.isEmpty()) {
      return null;
    }
    List<String[]> names = allowed.getFirst().stream().map(name -> name.split(":", 2)).toList();
    return statements.rows(
        NAMED,
        List.of(
            query.releases().stream()
                .map(release -> release.place().id())
                .distinct()
                .toArray(Integer[]::new),
            names.stream().map(name -> types.get(name[0]).number()).toArray(Integer[]::new),
            names.stream().map(name -> name[1]).toArray(String[]::new)),
        Row::record);
  }

  /** The matching changes: one more than the page holds, if there are that many. */
  private List<RecordChange> read(
      FeedQuery query, Predicate<RecordChange> fits, Prefilter narrowing) {
    Map<Integer, Release> byId =
        query.releases().stream().collect(Collectors.toMap(Release::id, Function.identity()));
    List<RecordChange> found = new ArrayList<>();
    Position from = query.after();
    List<Integer> ahead = ahead(query.releases().stream().map(Release::id).toList(), from);
    // Without a filter the next release alone is likely to fill the page.
    int window = query.filter().isEmpty() ? 1 : GROWTH;
    int limit = query.size() + 1;
    while (found.size() <= query.size() && !ahead.isEmpty()) {
      List<Integer> now = ahead.subList(0, Math.min(window, ahead.size()));
      List<RecordAtRelease> spots = reader.spots(now, from, narrowing, limit);
      Position begun = from;
      reader.changes(spots, byId).stream()
          .filter(change -> change.position().compareTo(begun) > 0)
          .filter(fits)
          .forEach(found::add);
      from =
          spots.size() < limit ? Position.endOf(now.getLast()) : Position.behind(spots.getLast());
      ahead = ahead(ahead, from);
      window *= GROWTH;
      limit = Math.min(MOST_AT_ONCE, limit * GROWTH);
    }
    return found;
  }

  /** The releases of which something follows the position. */
  static List<Integer> ahead(List<Integer> releases, Position from) {
    boolean whole = from.equals(Position.endOf(from.release()));
    return releases.stream()
        .filter(release -> whole ? release > from.release() : release >= from.release())
        .toList();
  }

  private ChangePage page(FeedQuery query, List<RecordChange> changes, boolean more) {
    Titles known = reader.titles(changes);
    List<ChangePage.Edge> edges = new ArrayList<>();
    for (RecordChange change : changes) {
      String cursor = FeedCursor.encode(query.list(), change.position());
      edges.add(new ChangePage.Edge(cursor, new TitledChange(cursor, change, known)));
    }
    Position read = changes.isEmpty() ? query.after() : changes.getLast().position();
    Position end = more ? read : later(query.after(), query.end());
    return new ChangePage(
        edges,
        new PageInfo(
            query.after().compareTo(Position.START) > 0,
            more,
            edges.isEmpty() ? null : edges.getFirst().cursor(),
            FeedCursor.encode(query.list(), end)));
  }

  private static Position later(Position one, Position other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
