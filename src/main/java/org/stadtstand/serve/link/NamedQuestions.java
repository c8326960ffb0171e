package org.stadtstand.serve.link;

import java.util.Collection;

/** The questions with a readable name: the documented examples. */
@FunctionalInterface
public interface NamedQuestions {

  Collection<NamedQuestion> all();
}
