package org.stadtstand;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that stands still until a test moves it. */
public final class MovableClock extends Clock {

  private final Instant standing;
  private volatile Instant now;

  MovableClock(Instant standing) {
    this.standing = standing;
    this.now = standing;
  }

  public void moveTo(Instant moment) {
    now = moment;
  }

  public void moveBack() {
    now = standing;
  }

  /** Work that runs at another time. */
  public interface Work {
    void run() throws Exception;
  }

  /** Moves the clock, and moves it back even if the work fails. */
  public void during(String moment, Work work) throws Exception {
    moveTo(Instant.parse(moment));
    try {
      work.run();
    } finally {
      moveBack();
    }
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneId.of("Europe/Berlin");
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now, zone);
  }
}
