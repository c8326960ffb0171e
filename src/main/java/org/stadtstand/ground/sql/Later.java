package org.stadtstand.ground.sql;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a request reads when it is first asked for, by its deadline. If that fails, it fails in the
 * same way for whoever asks again, without waiting for the database once more.
 */
public final class Later<V> {

  private final @Nullable Deadline deadline = Deadline.current();
  private final Supplier<V> reader;
  private @Nullable V read;
  private @Nullable RuntimeException fault;

  public Later(Supplier<V> reader) {
    this.reader = reader;
  }

  public V get() {
    if (fault != null) {
      throw fault;
    }
    if (read == null) {
      try {
        read = Deadline.during(deadline, reader);
      } catch (RuntimeException unread) {
        fault = unread;
        throw unread;
      }
    }
    return read;
  }
}
