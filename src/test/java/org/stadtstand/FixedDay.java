package org.stadtstand;

import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.stadtstand.deliver.publication.PackageImport;

/**
 * It is always noon on 22 November 2026, so that answers that depend on the day stay the same. A
 * test that needs another day moves the clock, and moves it back.
 */
@TestConfiguration(proxyBeanMethods = false)
public class FixedDay {

  /** Tests ask about whole packages. */
  @Bean
  ApplicationRunner everythingIsImported(ObjectProvider<PackageImport> packages) {
    return arguments -> packages.ifAvailable(all -> all.ended().join());
  }

  @Bean
  @Primary
  MovableClock standingClock() {
    return new MovableClock(Instant.parse("2026-11-22T11:00:00Z"));
  }
}
