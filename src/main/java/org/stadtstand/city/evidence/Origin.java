package org.stadtstand.city.evidence;

import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Language;

/**
 * How a figure came about, who gave it and in what kind of source, as a sentence says it beside the
 * figure. Nobody vouches for an invented one.
 */
public record Origin(Nature nature, @Nullable String reporter, SourceKind source) {

  public String in(Language language) {
    String caveat = nature.caveat().in(language);
    if (nature == Nature.SYNTHETIC) {
      return caveat;
    }
    String whose = reporter == null ? "" : language.pick("; laut ", "; according to ") + reporter;
    return caveat + whose + source.beside(language);
  }
}
