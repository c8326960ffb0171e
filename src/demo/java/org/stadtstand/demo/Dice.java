package org.stadtstand.demo;

import java.util.List;

/**
 * Dice whose rolls depend on seed and name alone. The algorithm (SplitMix64) is written out,
 * because the JDK may change its own between versions and the committed packages must not change.
 */
final class Dice {

  private long state;

  private Dice(long state) {
    this.state = state;
  }

  static Dice of(long seed, String about, long number) {
    Dice dice = new Dice(seed * 0x9E3779B97F4A7C15L + about.hashCode());
    return new Dice(dice.next() ^ (number * 0xD1B54A32D192ED03L));
  }

  private long next() {
    state += 0x9E3779B97F4A7C15L;
    long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  int below(int bound) {
    return (int) ((next() >>> 1) % bound);
  }

  int between(int least, int most) {
    return least + below(most - least + 1);
  }

  boolean percent(int chance) {
    return below(100) < chance;
  }

  <T> T pick(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  /** The numbers below {@code size} in random order. */
  int[] order(int size) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int other = below(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }
}
