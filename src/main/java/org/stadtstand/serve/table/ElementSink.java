package org.stadtstand.serve.table;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the elements of the list that an answer is about. */
@FunctionalInterface
public interface ElementSink {

  /**
   * Takes an element.
   *
   * @param whole the whole answer that the element is in
   * @param element null where the answer is about no list
   * @param cut the lists that go on beyond what is there; null if none does
   * @return whether there is room for more
   */
  boolean take(Map<?, ?> whole, @Nullable Object element, @Nullable String cut) throws IOException;
}
