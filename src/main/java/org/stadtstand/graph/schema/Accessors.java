package org.stadtstand.graph.schema;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.listing.Slice;

/**
 * Calls a record's accessor by name as fast as a method call, even for private types. Of a record
 * that is not read yet it reads that component alone.
 */
final class Accessors {

  /** Many types of the schema share a record: each call is generated once for all of them. */
  private static final Map<Method, Accessor> FOUND = new ConcurrentHashMap<>();

  private Accessors() {}

  static Optional<Function<Object, @Nullable Object>> find(Class<?> type, String name) {
    try {
      return Optional.of(
          FOUND.computeIfAbsent(type.getDeclaredMethod(name), method -> new Accessor(method)));
    } catch (NoSuchMethodException e) {
      return Optional.empty();
    }
  }

  private static final class Accessor implements Function<Object, @Nullable Object> {

    private final Method method;
    private final int place;

    /**
     * Generated when it is first called: the start would wait for six hundred classes, of which
     * most servers need a part. Two threads may both generate it, and either does.
     */
    private @Nullable Function<Object, @Nullable Object> call;

    Accessor(Method method) {
      this.method = method;
      this.place = place(method);
    }

    @Override
    public @Nullable Object apply(Object source) {
      return place >= 0 && source instanceof Slice.Unread<?> row
          ? row.component(place, call())
          : call().apply(Slice.Unread.record(source));
    }

    private Function<Object, @Nullable Object> call() {
      Function<Object, @Nullable Object> known = call;
      if (known == null) {
        known = generated(method);
        call = known;
      }
      return known;
    }
  }

  @SuppressWarnings("unchecked")
  private static Function<Object, @Nullable Object> generated(Method method) {
    try {
      MethodHandles.Lookup lookup =
          MethodHandles.privateLookupIn(method.getDeclaringClass(), MethodHandles.lookup());
      MethodHandle accessor = lookup.unreflect(method);
      return (Function<Object, @Nullable Object>)
          LambdaMetafactory.metafactory(
                  lookup,
                  "apply",
                  MethodType.methodType(Function.class),
                  MethodType.methodType(Object.class, Object.class),
                  accessor,
                  accessor.type().wrap())
              .getTarget()
              .invoke();
    } catch (Throwable e) {
      throw new IllegalStateException("Cannot call " + method, e);
    }
  }

  /** The place of a component; negative if the method is not one's accessor. */
  private static int place(Method method) {
    RecordComponent[] components = method.getDeclaringClass().getRecordComponents();
    return components == null
        ? -1
        : Arrays.stream(components)
            .map(RecordComponent::getName)
            .toList()
            .indexOf(method.getName());
  }
}
