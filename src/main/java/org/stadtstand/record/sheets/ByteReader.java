package org.stadtstand.record.sheets;

/** Reads what a {@link ByteWriter} has written, from a place on. */
class ByteReader {

  final byte[] bytes;
  int at;

  ByteReader(byte[] bytes, int at) {
    this.bytes = bytes;
    this.at = at;
  }

  final long number() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes[at++];
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  final int length() {
    return Math.toIntExact(number());
  }

  final long signed() {
    long value = number();
    return value >>> 1 ^ -(value & 1);
  }

  static long fixed(byte[] bytes, int at, int width) {
    long value = 0;
    for (int i = width - 1; i >= 0; i--) {
      value = value << 8 | bytes[at + i] & 0xFF;
    }
    return value;
  }
}
