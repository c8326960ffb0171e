package org.stadtstand.graph.steps;

import java.util.Optional;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.time.Pin;

/** The decisions of a municipality, which name moments; a room of the city knows them. */
@FunctionalInterface
public interface DatedDecisions {

  /** The decision with this key, as known in the state; empty if there is none. */
  Optional<Dated> find(String key, Pin pin);

  /**
   * @param title in German, as published
   * @param day often known only by its month
   */
  record Dated(String title, PartialDate day) {}
}
