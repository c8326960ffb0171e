package org.stadtstand.serve.link;

import org.stadtstand.serve.request.Question;

/** A documented question, and what it asks in words. */
public record NamedQuestion(String name, Question question, String titleDe, String titleEn) {}
