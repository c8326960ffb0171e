package org.stadtstand.graph.execution;

import java.util.Map;
import org.stadtstand.record.time.Present;

/**
 * Rejects field arguments that no record could answer. It looks only at the arguments, never at
 * data, so that a question is refused before anything is read.
 */
@FunctionalInterface
public interface ArgumentCheck {

  void check(Map<String, Object> arguments, Present present);
}
