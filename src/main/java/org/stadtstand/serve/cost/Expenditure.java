package org.stadtstand.serve.cost;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.LongAdder;

/** What all callers together have spent, and how often one was refused for it. */
final class Expenditure {

  private final LongAdder units = new LongAdder();
  private final LongAdder refusals = new LongAdder();

  void spend(long more) {
    units.add(more);
  }

  void refuse() {
    refusals.increment();
  }

  void bindTo(MeterRegistry registry) {
    FunctionCounter.builder("stadtstand.cost.units", units, LongAdder::sum)
        .description("Units of cost that answers took")
        .register(registry);
    FunctionCounter.builder("stadtstand.cost.refusals", refusals, LongAdder::sum)
        .description("Requests whose caller had no units left")
        .register(registry);
  }
}
