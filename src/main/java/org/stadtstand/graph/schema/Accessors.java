package org.stadtstand.graph.schema;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.listing.Slice;

/**
 * Calls a record's accessor by name as fast as a method call, even for private types. Of a record
 * that is not read yet it reads that component alone.
 */
final class Accessors {

  private Accessors() {}

  static Optional<Function<Object, @Nullable Object>> find(Class<?> type, String name) {
    try {
      MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
      MethodHandle accessor = lookup.unreflect(type.getDeclaredMethod(name));
      @SuppressWarnings("unchecked")
      Function<Object, @Nullable Object> function =
          (Function<Object, @Nullable Object>)
              LambdaMetafactory.metafactory(
                      lookup,
                      "apply",
                      MethodType.methodType(Function.class),
                      MethodType.methodType(Object.class, Object.class),
                      accessor,
                      accessor.type().wrap())
                  .getTarget()
                  .invoke();
      return Optional.of(new Accessor(place(type, name), function));
    } catch (NoSuchMethodException e) {
      return Optional.empty();
    } catch (Throwable e) {
      throw new IllegalStateException("Cannot read " + name + " of " + type, e);
    }
  }

  /** The place of a component; negative if the method is not one's accessor. */
  private static int place(Class<?> type, String name) {
    RecordComponent[] components = type.getRecordComponents();
    return components == null
        ? -1
        : Arrays.stream(components).map(RecordComponent::getName).toList().indexOf(name);
  }

  private record Accessor(int place, Function<Object, @Nullable Object> method)
      implements Function<Object, @Nullable Object> {

    @Override
    public @Nullable Object apply(Object source) {
      return place >= 0 && source instanceof Slice.Unread<?> row
          ? row.component(place, method)
          : method.apply(Slice.Unread.record(source));
    }
  }
}
