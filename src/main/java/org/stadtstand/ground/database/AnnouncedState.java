package org.stadtstand.ground.database;

import org.springframework.stereotype.Component;

/**
 * The newest release and redaction that this server has announced to its readers. Connections to
 * replicas are held against it: one whose server has not replayed that much would answer with rows
 * missing, or with what is withheld.
 */
@Component
public class AnnouncedState {

  private volatile State state = new State(0, 0);

  /**
   * By their ids, which only grow.
   *
   * @param release 0 before the first one
   * @param redaction 0 before the first one
   */
  public record State(int release, int redaction) {

    boolean hasReached(State other) {
      return release >= other.release && redaction >= other.redaction;
    }
  }

  /** From now on nothing older is read; whoever knows less takes nothing back. */
  public synchronized void announce(State announced) {
    state =
        new State(
            Math.max(state.release(), announced.release()),
            Math.max(state.redaction(), announced.redaction()));
  }

  State state() {
    return state;
  }
}
