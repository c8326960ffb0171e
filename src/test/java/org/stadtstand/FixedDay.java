package org.stadtstand;

import java.time.ZoneId;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** It is always noon of 22 November 2026: answers that depend on the day stay the same. */
@TestConfiguration(proxyBeanMethods = false)
public class FixedDay {

  @Bean
  @Primary
  StandingClock standingClock() {
    return new StandingClock("2026-11-22T11:00:00Z", ZoneId.of("Europe/Berlin"));
  }
}
