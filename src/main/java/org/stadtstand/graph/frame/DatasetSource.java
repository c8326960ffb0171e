package org.stadtstand.graph.frame;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Present;

/**
 * Provides the description that every answer carries of the state at a pin: whose it is, how old,
 * under which licence.
 */
public interface DatasetSource {

  Map<String, ? extends @Nullable Object> describe(Pin pin, Present present);
}
