package org.stadtstand.record.sheets;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads what a {@link ByteWriter} has written, from a place on. */
class ByteReader {

  /** How far beyond a number may be read, which is faster than to read its bytes one by one. */
  static final int AHEAD = Long.BYTES - 1;

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

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

  /** A number of a fixed width; {@link #AHEAD} bytes come after the last one. */
  static long fixed(byte[] bytes, int at, int width) {
    return (long) EIGHT.get(bytes, at) & -1L >>> Long.SIZE - Byte.SIZE * width;
  }
}
