package org.stadtstand.record.sheets;

/** Numbers of one width, one after the other, so that each is found by its place. */
record FixedColumn(byte[] bytes, int at, int width, int size, long least) {

  static void write(ByteWriter writer, long[] values) {
    long least = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;
    for (long value : values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    int width = values.length == 0 ? 1 : ByteWriter.width(most - least);
    writer.number(values.length);
    writer.number(width);
    writer.signed(values.length == 0 ? 0 : least);
    for (long value : values) {
      writer.fixed(value - least, width);
    }
  }

  static FixedColumn read(ByteReader reader) {
    int size = reader.length();
    int width = reader.length();
    long least = reader.signed();
    FixedColumn column = new FixedColumn(reader.bytes, reader.at, width, size, least);
    reader.at += size * width;
    return column;
  }

  long get(int place) {
    return ByteReader.fixed(bytes, at + place * width, width) + least;
  }

  int number(int place) {
    return (int) get(place);
  }

  /**
   * The place of a number in ascending ones; negative if it is not among them. A number is nowhere
   * behind its distance from the first, nor before that from the last, so where none is left out,
   * this is its place.
   */
  int find(long value) {
    long last = size == 0 ? least - 1 : get(size - 1);
    if (value < least || value > last) {
      return -1;
    }
    int low = (int) Math.max(0, size - 1 - (last - value));
    int high = (int) Math.min(size - 1, value - least);
    while (low <= high) {
      int middle = (low + high) >>> 1;
      long there = get(middle);
      if (there == value) {
        return middle;
      }
      if (there < value) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }
}
