package org.stadtstand.graph.search;

import java.util.List;
import org.stadtstand.graph.steps.RowTypes;
import org.stadtstand.graph.steps.RowValues;
import org.stadtstand.graph.steps.Titles;
import org.stadtstand.graph.steps.ValueWords;
import org.stadtstand.ground.text.Language;
import org.stadtstand.record.search.SearchResult;
import org.stadtstand.record.time.Ref;

/**
 * A record that was found, with its row in the state of the search.
 *
 * @param matches where words were found, the best first; at least one
 */
record SearchHit(SearchResult.Hit hit, RowValues row, Titles titles, List<SearchMatch> matches) {

  String type() {
    return RowTypes.name(row.type());
  }

  String typeLabel(Language language) {
    return row.type().label(language);
  }

  String key() {
    return hit.key();
  }

  String title(Language language) {
    return new ValueWords(titles, language).title(row, key(), hit.pin().release());
  }

  int score() {
    return hit.score();
  }

  String field() {
    return matches.getFirst().field();
  }

  String fieldLabel(Language language) {
    return matches.getFirst().fieldLabel(language);
  }

  String excerpt() {
    return matches.getFirst().excerpt();
  }

  Ref ref() {
    return new Ref(hit.record(), hit.pin());
  }
}
