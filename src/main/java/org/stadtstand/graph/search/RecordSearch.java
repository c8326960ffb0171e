package org.stadtstand.graph.search;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.record.cache.ResultCache;
import org.stadtstand.record.search.RankedHits;
import org.stadtstand.record.search.SearchQuestion;
import org.stadtstand.record.search.SearchResult;
import org.stadtstand.record.search.TextSearch;
import org.stadtstand.record.time.Pin;

/** Searches states, which cannot change: what was found is kept for the next page. */
@Component
class RecordSearch {

  private final TextSearch search;
  private final RankedHits ranked;
  private final HitReader reader;
  private final ResultCache cache;

  RecordSearch(TextSearch search, RankedHits ranked, HitReader reader, ResultCache cache) {
    this.search = search;
    this.ranked = ranked;
    this.reader = reader;
    this.cache = cache;
  }

  private record Key(SearchQuestion question, List<Pin> pins) implements ResultCache.Weighed {

    private static final int PINS_OF_A_UNIT = 60;

    @Override
    public int weight() {
      return 2 + pins.size() / PINS_OF_A_UNIT;
    }
  }

  private record Kept(SearchResult result) implements ResultCache.Weighed {

    private static final int ENTRIES_OF_A_UNIT = 6;

    @Override
    public int weight() {
      return 1 + result.size() / ENTRIES_OF_A_UNIT;
    }
  }

  /**
   * Everything that is found in the states.
   *
   * @param types the numbers of the types that can be shown
   */
  SearchResult find(SearchQuestion question, List<Pin> pins, Set<Integer> types) {
    Key key = new Key(question, pins);
    if (cache.find(key) instanceof Kept kept) {
      return kept.result();
    }
    SearchResult result = search.find(question, pins, types);
    cache.keep(key, new Kept(result));
    return result;
  }

  /** The next hits of ranks, at least so many if there are. */
  List<SearchResult.Hit> hits(
      List<SearchResult.Rank> ranks, RankedHits.@Nullable Position after, int most) {
    return ranked.read(ranks, after, most);
  }

  /** The records of hits, and where in them the words stand. */
  List<SearchHit> read(List<SearchResult.Hit> hits, SearchResult result) {
    return reader.read(hits, result.terms());
  }
}
