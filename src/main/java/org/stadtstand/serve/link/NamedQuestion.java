package org.stadtstand.serve.link;

import org.stadtstand.ground.text.Text;
import org.stadtstand.serve.request.Question;

/**
 * A documented question, and what it asks in words.
 *
 * @param about what its answer is, in one or two sentences
 * @param demo whether it is about invented data
 */
public record NamedQuestion(
    String name, Question question, String titleDe, String titleEn, Text about, boolean demo) {}
