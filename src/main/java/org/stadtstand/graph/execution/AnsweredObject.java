package org.stadtstand.graph.execution;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/**
 * An object in an answer. Objects with the same selection share their names, so that each needs
 * memory only for its values, and each name is prepared for writing once.
 */
public final class AnsweredObject extends AbstractMap<String, @Nullable Object> {

  private final Shape shape;
  private final @Nullable Object[] values;

  /**
   * @param values in the order of the shape's names; not copied
   */
  AnsweredObject(Shape shape, @Nullable Object[] values) {
    this.shape = shape;
    this.values = values;
  }

  @Override
  public int size() {
    return values.length;
  }

  public SerializableString name(int index) {
    return shape.written[index];
  }

  public @Nullable Object value(int index) {
    return values[index];
  }

  @Override
  public @Nullable Object get(@Nullable Object name) {
    int index = shape.names.indexOf(name);
    return index < 0 ? null : values[index];
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return shape.names.contains(name);
  }

  @Override
  public Set<Entry<String, @Nullable Object>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<String, @Nullable Object>> iterator() {
        return IntStream.range(0, values.length).mapToObj(AnsweredObject.this::entry).iterator();
      }

      @Override
      public int size() {
        return values.length;
      }
    };
  }

  private Entry<String, @Nullable Object> entry(int index) {
    return new SimpleImmutableEntry<>(shape.names.get(index), values[index]);
  }

  /** The names of the fields, in the requested order. */
  static final class Shape {

    private final List<String> names;
    private final SerializableString[] written;

    Shape(List<String> names) {
      this.names = names;
      this.written = names.stream().map(SerializedString::new).toArray(SerializableString[]::new);
    }
  }
}
