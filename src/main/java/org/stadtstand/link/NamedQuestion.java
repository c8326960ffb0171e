package org.stadtstand.link;

import org.stadtstand.answer.Question;

/** A documented question, and what it asks in words. */
public record NamedQuestion(String name, Question question, String titleDe, String titleEn) {}
