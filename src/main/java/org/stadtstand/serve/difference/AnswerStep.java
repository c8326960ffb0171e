package org.stadtstand.serve.difference;

import org.stadtstand.record.time.Release;

/**
 * What a release did to an answer.
 *
 * @param difference from the answer at the release before; from none at all if it is the first
 * @param first whether the question could not be answered before
 */
public record AnswerStep(Release release, AnswerDifference difference, boolean first) {}
