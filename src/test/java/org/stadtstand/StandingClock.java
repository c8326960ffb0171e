package org.stadtstand;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that stands still, and that a test may set for as long as something runs. */
public final class StandingClock extends Clock {

  private final ZoneId zone;
  private volatile Instant instant;

  StandingClock(String instant, ZoneId zone) {
    this.instant = Instant.parse(instant);
    this.zone = zone;
  }

  /** What runs while it is another time. */
  public interface Work {
    void run() throws Exception;
  }

  public void during(String moment, Work work) throws Exception {
    Instant before = instant;
    instant = Instant.parse(moment);
    try {
      work.run();
    } finally {
      instant = before;
    }
  }

  @Override
  public Instant instant() {
    return instant;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new StandingClock(instant.toString(), other);
  }
}
