package org.stadtstand.answer;

/** Answers questions: the one way to the engine, for the endpoint, links, exports and pages. */
@FunctionalInterface
public interface Answers {

  Answer ask(Question question);
}
