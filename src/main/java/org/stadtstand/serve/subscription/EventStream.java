package org.stadtstand.serve.subscription;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The events of one subscription. Each is made when the one before it has been taken, so that a
 * slow reader takes no memory: nothing waits for it but a number.
 */
@FunctionalInterface
interface EventStream {

  /**
   * The next event; null if there is none for so long, or if it has ended meanwhile. After the last
   * one it is not called again.
   */
  @Nullable StreamEvent next(ReleaseSignal signal, Duration patience);
}
