package org.stadtstand.graphql;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An object of an answer. All that were selected alike share their names, so that one takes no more
 * than its values.
 */
final class AnsweredObject extends AbstractMap<String, @Nullable Object> {

  private final Shape shape;
  private final @Nullable Object[] values;

  /**
   * @param values in the order of the shape's names; it is not copied
   */
  AnsweredObject(Shape shape, @Nullable Object[] values) {
    this.shape = shape;
    this.values = values;
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public @Nullable Object get(@Nullable Object name) {
    int index = shape.names().indexOf(name);
    return index < 0 ? null : values[index];
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return shape.names().contains(name);
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super @Nullable Object> action) {
    for (int i = 0; i < values.length; i++) {
      action.accept(shape.names().get(i), values[i]);
    }
  }

  @Override
  public Set<Entry<String, @Nullable Object>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<String, @Nullable Object>> iterator() {
        return entries().iterator();
      }

      @Override
      public int size() {
        return values.length;
      }
    };
  }

  private List<Entry<String, @Nullable Object>> entries() {
    return java.util.stream.IntStream.range(0, values.length)
        .<Entry<String, @Nullable Object>>mapToObj(
            i -> new SimpleImmutableEntry<>(shape.names().get(i), values[i]))
        .toList();
  }

  /** The names of the fields, in the order in which they were asked for. */
  record Shape(List<String> names) {}
}
