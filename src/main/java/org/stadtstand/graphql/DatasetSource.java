package org.stadtstand.graphql;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stadtstand.history.Pin;
import org.stadtstand.history.Present;

/**
 * Says of the state at a pin what every answer carries: whose it is, how old, under which licence.
 */
public interface DatasetSource {

  Map<String, ? extends @Nullable Object> describe(Pin pin, Present present);
}
