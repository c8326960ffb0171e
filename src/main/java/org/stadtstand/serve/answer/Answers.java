package org.stadtstand.serve.answer;

import org.stadtstand.serve.request.Question;

/** Answers questions: the one way to the engine, for the endpoint, links, exports and pages. */
@FunctionalInterface
public interface Answers {

  Answer ask(Question question);
}
