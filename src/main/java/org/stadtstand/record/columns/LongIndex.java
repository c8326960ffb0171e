package org.stadtstand.record.columns;

import java.util.Arrays;

/** Numbers in the order in which they were first met. */
final class LongIndex {

  private static final int BEGIN = 64;

  /** Spreads numbers that lie close together. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private long[] numbers = new long[BEGIN];
  private int[] slots = new int[2 * BEGIN];
  private int size;

  int size() {
    return size;
  }

  long number(int place) {
    return numbers[place];
  }

  /** The place of a number, which it gets if it has none. */
  int of(long number) {
    int mask = slots.length - 1;
    int slot = (int) (number * SPREAD >>> 32) & mask;
    while (slots[slot] != 0) {
      if (numbers[slots[slot] - 1] == number) {
        return slots[slot] - 1;
      }
      slot = slot + 1 & mask;
    }
    if (size == numbers.length) {
      grow();
      return of(number);
    }
    numbers[size++] = number;
    slots[slot] = size;
    return size - 1;
  }

  private void grow() {
    long[] known = Arrays.copyOf(numbers, size);
    numbers = new long[2 * size];
    slots = new int[4 * size];
    size = 0;
    for (long number : known) {
      of(number);
    }
  }
}
