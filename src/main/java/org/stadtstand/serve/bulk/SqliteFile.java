package org.stadtstand.serve.bulk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/**
 * A database in the file format of SQLite 3, which has been the same since 2004: written page by
 * page, from tables that are complete, and never opened as a database here. The same rows make the
 * same bytes, which the library itself does not promise from one of its versions to the next.
 */
final class SqliteFile implements AutoCloseable {

  static final int PAGE = 4096;

  private static final int HEAD = 100;

  /** The version that readers are told wrote it; later ones read all that is older. */
  private static final int VERSION = 3_040_000;

  private final FileChannel channel;
  private final SqliteTree tables = new SqliteTree(this);
  private int pages = 1;

  SqliteFile(Path path) throws IOException {
    channel =
        FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    write(ByteBuffer.allocate(PAGE), 1);
  }

  /** The number that the next page will have. */
  int next() {
    return pages + 1;
  }

  void append(ByteBuffer page) throws IOException {
    pages++;
    write(page.position(0), pages);
  }

  private void write(ByteBuffer page, int number) throws IOException {
    long at = (long) (number - 1) * PAGE;
    while (page.hasRemaining()) {
      at += channel.write(page, at);
    }
  }

  /**
   * Names a table whose rows have been written.
   *
   * @param statement that would have made it
   */
  void named(String table, int root, String statement) throws IOException {
    tables.add(Arrays.<Object>asList("table", table, table, (long) root, statement));
  }

  /** The first page is written last: only then is it known how many follow. */
  void end() throws IOException {
    ByteBuffer first = ByteBuffer.allocate(PAGE);
    first.position(HEAD);
    ByteBuffer page = tables.end(first);
    page.put("SQLite format 3\0".getBytes(StandardCharsets.US_ASCII));
    page.putShort((short) PAGE);
    // Written and read without a log; no room at the end of pages; shares that never vary.
    page.put(new byte[] {1, 1, 0, 64, 32, 32});
    // Changed once; so many pages, none of them free; the tables changed once, in format 4.
    for (int number : List.of(1, pages, 0, 0, 1, 4, 0, 0, 1)) {
      page.putInt(number);
    }
    page.position(HEAD - 8).putInt(1).putInt(VERSION);
    write(page.position(0), 1);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
