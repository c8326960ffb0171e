package org.stadtstand.graph.execution;

import java.util.Map;
import org.stadtstand.record.time.Present;

/**
 * Refuses arguments of a field that no record could answer. It looks at the arguments alone, never
 * at data, so that a question is refused for them before anything is read.
 */
@FunctionalInterface
public interface ArgumentCheck {

  void check(Map<String, Object> arguments, Present present);
}
