package org.stadtstand.serve.response;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;
import org.stadtstand.serve.response.Response.Origin;

/** Counts answers by where they came from. */
@Component
class AnswerMeters implements MeterBinder {

  private final Map<Origin, LongAdder> counts = new EnumMap<>(Origin.class);

  AnswerMeters() {
    for (Origin origin : Origin.values()) {
      counts.put(origin, new LongAdder());
    }
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    counts.forEach(
        (origin, count) ->
            FunctionCounter.builder("stadtstand.answers", count, LongAdder::sum)
                .description("Answers to questions, whole or not")
                .tag("origin", origin.name().toLowerCase(Locale.ROOT))
                .register(registry));
  }

  Response counted(Response response) {
    LongAdder count = counts.get(response.origin());
    if (count != null) {
      count.increment();
    }
    return response;
  }
}
