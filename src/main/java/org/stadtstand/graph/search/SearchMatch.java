package org.stadtstand.graph.search;

import java.util.List;
import org.stadtstand.graph.search.Excerpt.ExcerptPart;
import org.stadtstand.ground.text.Language;
import org.stadtstand.record.search.SearchedField;

/**
 * A text of a record in which words were found.
 *
 * @param score of the words that were found in it
 */
record SearchMatch(SearchedField searched, int score, Excerpt shown) {

  String field() {
    return searched.name();
  }

  String fieldLabel(Language language) {
    return searched.label(language);
  }

  Language language() {
    return searched.language();
  }

  String excerpt() {
    return shown.text();
  }

  List<ExcerptPart> parts() {
    return shown.parts();
  }
}
