package org.stadtstand.serve.link;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.stadtstand.ground.fault.ApiError;

/** How many questions may be stored in a minute, by a neighbourhood and by all together. */
class AllowanceTests {

  private Instant now = Instant.parse("2026-11-22T11:00:00Z");
  private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
  private final Allowance allowance = new Allowance(3, clock);

  @Test
  void aNeighbourhoodHasItsShareOfEachMinute() {
    take("192.0.2.1", "192.0.2.2", "192.0.2.200");
    refused("192.0.2.9");
    take("192.0.3.9", "2001:db8:1::1", "2001:db8:1::2", "2001:db8:1:0:0:0:0:9");
    refused("2001:db8:1::3");
    now = now.plusSeconds(60);
    take("192.0.2.9", "2001:db8:1::3");
  }

  @Test
  void allTogetherHaveTheirs() {
    for (int i = 0; i < 60; i++) {
      take("10.0." + i + ".1");
    }
    refused("10.1.0.1");
  }

  private void take(String... addresses) {
    for (String address : addresses) {
      assertThatCode(() -> allowance.take(address)).doesNotThrowAnyException();
    }
  }

  private void refused(String address) {
    assertThatThrownBy(() -> allowance.take(address)).isInstanceOf(ApiError.class);
  }
}
