package org.stadtstand.ground.database;

import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Lets the pools that write be watched. Spring does so by itself only for a {@code DataSource} that
 * is a bean, which is the one that reads.
 */
@Component
class PoolMeters implements MeterBinder {

  private final WriteDatabase publishing;
  private final LinkDatabase links;

  PoolMeters(WriteDatabase publishing, LinkDatabase links) {
    this.publishing = publishing;
    this.links = links;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Stream.of(publishing.pool(), links.pool())
        .forEach(
            pool -> pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry)));
  }
}
