package org.stadtstand.ground.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Lets pools be watched. Spring does so by itself only for a single pool that is a bean, which is
 * the one that reads where there are no replicas.
 */
@Component
class PoolMeters implements MeterBinder {

  private final WriteDatabase publishing;
  private final LinkDatabase links;
  private final DataSource reading;

  PoolMeters(WriteDatabase publishing, LinkDatabase links, DataSource reading) {
    this.publishing = publishing;
    this.links = links;
    this.reading = reading;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Stream<HikariDataSource> pools = Stream.of(publishing.pool(), links.pool());
    if (reading instanceof ReplicaDataSource replicas) {
      pools = Stream.concat(pools, replicas.pools());
      replicas.replicas().forEach(replica -> bind(registry, replica));
    }
    pools.forEach(
        pool -> pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry)));
  }

  private static void bind(MeterRegistry registry, Replica replica) {
    Gauge.builder("stadtstand.replica.left", replica, one -> one.isLeftOut() ? 1 : 0)
        .description("1 while the replica is left out, because it is away or behind")
        .tag("host", replica.host())
        .register(registry);
  }
}
