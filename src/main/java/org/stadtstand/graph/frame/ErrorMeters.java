package org.stadtstand.graph.frame;

import graphql.GraphQLError;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.fault.ErrorCode;

/** Counts the errors in answers by their codes. */
@Component
class ErrorMeters implements MeterBinder {

  private final Map<ErrorCode, LongAdder> counts = new EnumMap<>(ErrorCode.class);

  ErrorMeters() {
    for (ErrorCode code : ErrorCode.values()) {
      counts.put(code, new LongAdder());
    }
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    counts.forEach(
        (code, count) ->
            FunctionCounter.builder("stadtstand.errors", count, LongAdder::sum)
                .description("Errors in answers")
                .tag("code", code.name())
                .register(registry));
  }

  /** An error that has its code. */
  void count(GraphQLError coded) {
    ErrorCode code = ErrorCode.valueOf(String.valueOf(coded.getExtensions().get("code")));
    counts.getOrDefault(code, new LongAdder()).increment();
  }
}
