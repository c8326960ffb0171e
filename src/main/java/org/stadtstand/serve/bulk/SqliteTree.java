package org.stadtstand.serve.bulk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one table as a tree of pages (the file format of SQLite, 1.6): leaves hold rows in
 * the order of their numbers, the pages above them the last number below each child. Rows are added
 * from the first to the last, so that a page is written once and never changed.
 */
final class SqliteTree {

  private static final byte LEAF = 0x0D;
  private static final byte INNER = 0x05;
  private static final int LEAF_HEAD = 8;
  private static final int INNER_HEAD = 12;

  /** Two bytes that point to the cell, four to the child, nine for a number at most. */
  private static final int CHILD = 15;

  /** What stays in a leaf of a row that is too long for it, by the rule that readers know. */
  private static final int MOST = SqliteFile.PAGE - 35;

  private static final int LEAST = (SqliteFile.PAGE - 12) * 32 / 255 - 23;
  private static final int OVERFLOW = SqliteFile.PAGE - 4;

  /** A page, and the number of the last row in or below it. */
  private record Node(int page, long last) {}

  private final SqliteFile file;
  private final List<Node> leaves = new ArrayList<>();
  private final List<byte[]> cells = new ArrayList<>();
  private int used = LEAF_HEAD;
  private long last;

  SqliteTree(SqliteFile file) {
    this.file = file;
  }

  /** Adds a row of texts, whole numbers (Long), fractions (Double) and nulls. */
  void add(List<? extends @Nullable Object> values) throws IOException {
    byte[] payload = SqliteRecord.of(values);
    byte[] cell = cell(payload, ++last);
    if (used + cell.length + 2 > SqliteFile.PAGE) {
      flush(last - 1);
    }
    cells.add(cell);
    used += cell.length + 2;
  }

  private byte[] cell(byte[] payload, long number) throws IOException {
    int here = payload.length;
    if (here > MOST) {
      int fitting = LEAST + (payload.length - LEAST) % OVERFLOW;
      here = fitting <= MOST ? fitting : LEAST;
    }
    ByteBuffer cell = ByteBuffer.allocate(SqliteFile.PAGE);
    SqliteRecord.varint(cell, payload.length);
    SqliteRecord.varint(cell, number);
    cell.put(payload, 0, here);
    if (here < payload.length) {
      cell.putInt(overflow(payload, here));
    }
    byte[] bytes = new byte[cell.position()];
    cell.flip().get(bytes);
    return bytes;
  }

  /** Writes the rest of a row to a chain of pages; returns the first one. */
  private int overflow(byte[] payload, int from) throws IOException {
    int first = file.next();
    for (int at = from; at < payload.length; at += OVERFLOW) {
      int length = Math.min(OVERFLOW, payload.length - at);
      ByteBuffer page = ByteBuffer.allocate(SqliteFile.PAGE);
      page.putInt(at + length < payload.length ? file.next() + 1 : 0);
      page.put(payload, at, length);
      file.append(page);
    }
    return first;
  }

  private void flush(long number) throws IOException {
    ByteBuffer page = ByteBuffer.allocate(SqliteFile.PAGE);
    leaves.add(new Node(file.next(), number));
    file.append(filled(page, 0, LEAF, cells, 0));
    cells.clear();
    used = LEAF_HEAD;
  }

  /** Ends the table; returns the page at its root. */
  int end() throws IOException {
    flush(last);
    List<Node> level = leaves;
    while (level.size() > 1) {
      level = above(level);
    }
    return level.getFirst().page();
  }

  /**
   * Ends the table that lists all others, whose root is on the first page, behind the file's head.
   */
  ByteBuffer end(ByteBuffer first) throws IOException {
    flush(last);
    List<Node> level = leaves;
    while (level.size() > children(first.position())) {
      level = above(level);
    }
    return inner(first, level);
  }

  private static int children(int offset) {
    return (SqliteFile.PAGE - offset - INNER_HEAD) / CHILD;
  }

  private List<Node> above(List<Node> level) throws IOException {
    List<Node> above = new ArrayList<>();
    int most = children(0);
    for (int from = 0; from < level.size(); from += most) {
      List<Node> below = level.subList(from, Math.min(level.size(), from + most));
      above.add(new Node(file.next(), below.getLast().last()));
      file.append(inner(ByteBuffer.allocate(SqliteFile.PAGE), below));
    }
    return above;
  }

  private static ByteBuffer inner(ByteBuffer page, List<Node> below) {
    List<byte[]> pointers = new ArrayList<>();
    for (Node node : below.subList(0, below.size() - 1)) {
      ByteBuffer pointer = ByteBuffer.allocate(CHILD).putInt(node.page());
      SqliteRecord.varint(pointer, node.last());
      byte[] bytes = new byte[pointer.position()];
      pointer.flip().get(bytes);
      pointers.add(bytes);
    }
    return filled(page, page.position(), INNER, pointers, below.getLast().page());
  }

  /**
   * A page: head, pointers to the cells, and from its end backwards the cells.
   *
   * @param right the child behind the last cell; 0 for a leaf
   */
  private static ByteBuffer filled(
      ByteBuffer page, int offset, byte kind, List<byte[]> cells, int right) {
    int end = SqliteFile.PAGE;
    ByteBuffer head = page.slice(offset, page.capacity() - offset);
    head.put(kind).putShort((short) 0).putShort((short) cells.size()).position(LEAF_HEAD);
    if (kind == INNER) {
      head.putInt(right);
    }
    for (byte[] cell : cells) {
      end -= cell.length;
      page.put(end, cell);
      head.putShort((short) end);
    }
    head.putShort(5, (short) end);
    return page.position(0).limit(SqliteFile.PAGE);
  }
}
