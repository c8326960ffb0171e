package org.stadtstand.link;

import java.util.Optional;

/** The questions with a readable name: the documented examples. */
@FunctionalInterface
public interface NamedQuestions {

  Optional<NamedQuestion> named(String name);
}
