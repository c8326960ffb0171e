package org.stadtstand.serve.monitoring;

import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;
import org.stadtstand.record.time.ReleaseDirectory;

/**
 * Whether this server still hears of new releases and redactions. One that does not goes on
 * answering, but of what others published in the meantime it knows nothing.
 */
@Component
class ReleasePollHealthIndicator extends AbstractHealthIndicator {

  /** Several polls may fail before somebody is called: a failover takes some seconds. */
  private static final Duration LATE = Duration.ofSeconds(30);

  private final ReleaseDirectory releases;

  ReleasePollHealthIndicator(ReleaseDirectory releases) {
    super("It is unknown how old the list of releases is");
    this.releases = releases;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    Duration age = releases.age();
    health.withDetail("age", age.toString());
    if (age.compareTo(LATE) > 0) {
      health.down();
    } else {
      health.up();
    }
  }
}
