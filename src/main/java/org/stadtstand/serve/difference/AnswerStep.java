package org.stadtstand.serve.difference;

import java.util.List;
import org.stadtstand.graph.words.FieldWords;
import org.stadtstand.ground.text.Language;
import org.stadtstand.record.time.Release;

/**
 * What a release did to an answer.
 *
 * @param difference from the answer at the release before; from none at all if it is the first
 * @param first whether the question could not be answered before
 */
public record AnswerStep(Release release, AnswerDifference difference, boolean first) {

  public boolean isEmpty() {
    return difference.isEmpty();
  }

  /** The whole difference in a sentence. */
  public String sentence(FieldWords words, Language language) {
    return new DifferenceWords(words, language).sentence(difference);
  }

  /** What came, went and changed by name, one a line, as far as there is room. */
  public List<String> lines(FieldWords words, Language language) {
    return new DifferenceWords(words, language).lines(difference);
  }
}
