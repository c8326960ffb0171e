package org.stadtstand.record.columns;

import java.util.Arrays;

/** A growing list of numbers. */
final class IntList {

  private static final int BEGIN = 256;

  private int[] numbers = new int[BEGIN];
  private int size;

  void add(int number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * size);
    }
    numbers[size++] = number;
  }

  int size() {
    return size;
  }

  int last() {
    return numbers[size - 1];
  }

  int[] toArray() {
    return Arrays.copyOf(numbers, size);
  }
}
