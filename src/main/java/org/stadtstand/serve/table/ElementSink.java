package org.stadtstand.serve.table;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Receives the elements of the list that an answer is about. */
@FunctionalInterface
public interface ElementSink {

  /**
   * Receives an element.
   *
   * @param whole the whole answer that contains the element
   * @param element null if the answer is not about a list
   * @param cut the lists that continue beyond what is there; null if none does
   * @return whether there is room for more
   */
  boolean take(Map<?, ?> whole, @Nullable Object element, @Nullable String cut) throws IOException;
}
