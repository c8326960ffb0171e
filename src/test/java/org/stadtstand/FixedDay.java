package org.stadtstand;

import java.time.Instant;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * It is always noon on 22 November 2026, so that answers that depend on the day stay the same. A
 * test that needs another day moves the clock, and moves it back.
 */
@TestConfiguration(proxyBeanMethods = false)
public class FixedDay {

  @Bean
  @Primary
  MovableClock standingClock() {
    return new MovableClock(Instant.parse("2026-11-22T11:00:00Z"));
  }
}
