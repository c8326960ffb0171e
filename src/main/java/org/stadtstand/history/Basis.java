package org.stadtstand.history;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * What an answer rests on: the states it was read at, and what was newest where it looked. It tells
 * whether the same question would get the same answer now.
 *
 * @param pins the states it was read at
 * @param lasting whether the answer can never change, because it names its states
 * @param newest the newest release, by its id, of each municipality that was looked at
 * @param everywhere whether it also depends on which municipalities there are
 * @param today the day on which it was asked
 */
public record Basis(
    Set<Pin> pins,
    boolean lasting,
    Map<Place, Integer> newest,
    boolean everywhere,
    LocalDate today) {

  /** Whether the question, asked in that present, would be answered the same. */
  public boolean holds(Present present) {
    Snapshot live = present.live();
    return (lasting || today.equals(present.today()))
        && (!everywhere || newest.size() == live.places().size())
        && newest.entrySet().stream()
            .allMatch(entry -> live.newest(entry.getKey()) == entry.getValue());
  }
}
