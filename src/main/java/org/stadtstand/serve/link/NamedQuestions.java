package org.stadtstand.serve.link;

import java.util.Collection;

/** The questions that have a readable name: the documented examples. */
@FunctionalInterface
public interface NamedQuestions {

  Collection<NamedQuestion> all();
}
