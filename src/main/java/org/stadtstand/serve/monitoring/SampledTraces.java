package org.stadtstand.serve.monitoring;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.sql.Trace;

/**
 * Traces a share of the answers, if there is anybody to send them to. Whether one is traced is
 * decided here alone: what a caller's headers say of it counts for nothing, because anybody could
 * have each of their questions traced.
 */
@Component
class SampledTraces implements Trace.Traces, AutoCloseable {

  private final double share;
  private final @Nullable TraceCollector collector;

  SampledTraces(TracingSettings settings) {
    this.share = settings.share();
    this.collector =
        settings.collector().isEmpty() ? null : new TraceCollector(settings.collector());
  }

  @Override
  public Trace.@Nullable Span begin(Supplier<String> name) {
    return collector == null || ThreadLocalRandom.current().nextDouble() >= share
        ? null
        : collector.begin(name.get());
  }

  @Override
  public void close() {
    if (collector != null) {
      collector.close();
    }
  }
}
