package org.stadtstand.graph.steps;

import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.Release;

/** The states in which the records affected by a change are shown. */
public final class ShownStates {

  private ShownStates() {}

  /** As it was on the day that the release stands for. */
  public static Pin of(Release release) {
    return new Pin(release.place(), release.id(), release.number(), release.standsFor(), false);
  }

  /** The same for an event, which is shown even if it is announced for a later day. */
  public static Pin of(Release release, RowValues row) {
    String effective = row.type().effective();
    PartialDate day =
        effective == null ? null : row.type().column(effective).map(row::date).orElse(null);
    return onOrAfter(of(release), day);
  }

  public static Pin onOrAfter(Pin pin, @Nullable PartialDate day) {
    return day == null || !day.latest().isAfter(pin.day()) ? pin : pin.on(day.latest());
  }
}
