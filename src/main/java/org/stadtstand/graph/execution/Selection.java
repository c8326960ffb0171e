package org.stadtstand.graph.execution;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.stadtstand.record.cache.CacheRegion;
import org.stadtstand.record.listing.Slice;
import org.stadtstand.record.time.Ref;

/**
 * The fields that a question selects of a type, each with how a source answers it directly and how
 * its value is completed.
 */
final class Selection {

  /** In bytes of heap. */
  private static final long OBJECT = 40;

  private static final long VALUE = 16;

  private final AnsweredObject.Shape shape;
  private final Part[] parts;
  private final @Nullable CacheRegion<Ref, LastingObject> kept;

  /**
   * @param kept where whole objects are cached, if they are: only those of now, for those of other
   *     days and states are too many to be asked for again
   */
  Selection(List<Part> parts, @Nullable CacheRegion<Ref, LastingObject> kept) {
    this.kept = kept;
    this.shape = new AnsweredObject.Shape(parts.stream().map(Part::name).toList());
    this.parts = parts.toArray(Part[]::new);
  }

  /**
   * The whole object, or {@link SynchronousFetcher#ABSENT} if a part of it is. All parts are
   * visited, so that everything missing becomes known.
   */
  Object read(Object source) {
    Ref ref = kept == null ? null : Slice.Unread.ref(source);
    if (kept == null || ref == null || !ref.pin().plain()) {
      return made(source);
    }
    Object known = kept.find(ref);
    if (known != null) {
      return known;
    }
    Object answer = made(source);
    if (!(answer instanceof AnsweredObject whole)
        || (Slice.Unread.isHeld(source) && !kept.isAskedAgain(ref))) {
      return answer;
    }
    LastingObject lasting = new LastingObject(whole);
    kept.keep(ref, lasting);
    return lasting;
  }

  private Object made(Object source) {
    @Nullable Object[] values = new @Nullable Object[parts.length];
    long memory = OBJECT;
    boolean whole = true;
    for (int i = 0; i < parts.length; i++) {
      values[i] = parts[i].read(source);
      whole &= values[i] != SynchronousFetcher.ABSENT;
      memory += VALUE + AnswerMemory.ofText(values[i]);
    }
    AnswerMemory.take(memory);
    return whole ? new AnsweredObject(shape, values) : SynchronousFetcher.ABSENT;
  }

  /**
   * One field.
   *
   * @param name its key in the answer
   */
  record Part(String name, Function<Object, @Nullable Object> answer, ValueCompletion completion) {

    @Nullable Object read(Object source) {
      Object value = answer.apply(source);
      return value == SynchronousFetcher.ABSENT ? value : completion.complete(value);
    }
  }
}
