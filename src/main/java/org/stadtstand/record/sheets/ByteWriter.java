package org.stadtstand.record.sheets;

import java.util.Arrays;

/** Growing bytes, with numbers in as few of them as they need. */
final class ByteWriter {

  private static final int BEGIN = 1 << 10;

  private byte[] bytes = new byte[BEGIN];
  private int size;

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  /** Seven bits a byte, the lowest first; negative numbers take ten. */
  void number(long value) {
    room(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /** A number of either sign. */
  void signed(long value) {
    number(value << 1 ^ value >> 63);
  }

  /** A number in so many bytes, by whose place it is found. */
  void fixed(long value, int width) {
    room(width);
    for (int i = 0; i < width; i++) {
      bytes[size++] = (byte) (value >>> 8 * i);
    }
  }

  void bytes(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
  }

  void bytes(ByteWriter other) {
    room(other.size);
    System.arraycopy(other.bytes, 0, bytes, size, other.size);
    size += other.size;
  }

  byte[] toArray() {
    return Arrays.copyOf(bytes, size);
  }

  /** The bytes that a number up to this one needs; at least one. */
  static int width(long most) {
    return Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(most) + 7) / 8);
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
