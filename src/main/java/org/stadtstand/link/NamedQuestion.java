package org.stadtstand.link;

import org.stadtstand.answer.Question;

/** A documented question, and what it asks in words. */
public record NamedQuestion(Question question, String titleDe, String titleEn) {}
