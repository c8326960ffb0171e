package org.stadtstand.serve.bulk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row in the record format of SQLite (2.1): the kinds of its values, then the values. */
final class SqliteRecord {

  /** No number in this form is longer. */
  private static final int LONGEST = 9;

  private SqliteRecord() {}

  /** A row of texts, whole numbers (Long), fractions (Double) and nulls. */
  static byte[] of(List<? extends @Nullable Object> values) {
    ByteBuffer kinds = ByteBuffer.allocate(values.size() * LONGEST);
    List<byte[]> bodies = new ArrayList<>();
    int length = 0;
    for (Object value : values) {
      byte[] body = body(value);
      varint(kinds, kind(value, body));
      bodies.add(body);
      length += body.length;
    }
    // The length of the head counts itself.
    int head = kinds.position() + 1;
    head = head > 127 ? head + 1 : head;
    ByteBuffer row = ByteBuffer.allocate(head + length);
    varint(row, head);
    row.put(kinds.flip());
    bodies.forEach(row::put);
    return row.array();
  }

  private static byte[] body(@Nullable Object value) {
    return switch (value) {
      case null -> new byte[0];
      case Long number when number == 0 || number == 1 -> new byte[0];
      case Long number -> ByteBuffer.allocate(Long.BYTES).putLong(number).array();
      case Double fraction -> ByteBuffer.allocate(Double.BYTES).putDouble(fraction).array();
      case String text -> text.getBytes(StandardCharsets.UTF_8);
      default -> throw new IllegalArgumentException(value.getClass().getName());
    };
  }

  private static long kind(@Nullable Object value, byte[] body) {
    return switch (value) {
      case null -> 0;
      case Long number when number == 0 || number == 1 -> 8 + number;
      case Long number -> 6;
      case Double fraction -> 7;
      default -> 13 + 2L * body.length;
    };
  }

  /** A number in seven bits a byte, the highest first; none here is negative. */
  static void varint(ByteBuffer out, long number) {
    for (int shift = 56; shift > 0; shift -= 7) {
      if (number >> shift != 0) {
        out.put((byte) (number >> shift | 0x80));
      }
    }
    out.put((byte) (number & 0x7F));
  }
}
