package org.stadtstand.graph.schema;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Calls a record's accessor by name as fast as a method call, even for private types. */
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
      return Optional.of(function);
    } catch (NoSuchMethodException e) {
      return Optional.empty();
    } catch (Throwable e) {
      throw new IllegalStateException("Cannot read " + name + " of " + type, e);
    }
  }
}
