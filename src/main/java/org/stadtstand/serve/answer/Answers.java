package org.stadtstand.serve.answer;

import org.stadtstand.serve.request.Question;

/** Answers questions. The endpoint, links, exports and pages all reach the engine through this. */
@FunctionalInterface
public interface Answers {

  Answer ask(Question question);
}
