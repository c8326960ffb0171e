package org.stadtstand.serve.format;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.stadtstand.serve.format.Representation.Flow;

/** A ZIP archive: the same files at the same time give the same bytes. */
public final class ZipArchive {

  /** The earliest time that an archive can store. */
  public static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final ZipOutputStream zip;
  private final LocalDateTime time;

  /**
   * Writes into the stream without closing it.
   *
   * @param time of all files
   */
  public ZipArchive(OutputStream out, LocalDateTime time) {
    this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    this.time = time;
  }

  /** Adds a file. */
  public void add(String name, Flow file) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(time);
    zip.putNextEntry(entry);
    file.writeTo(new Inside(zip));
    zip.closeEntry();
  }

  /** Writes the list of files, which ends the archive. */
  public void finish() throws IOException {
    zip.finish();
  }

  /** What a file is written to; the archive is flushed and closed only as a whole. */
  private static final class Inside extends FilterOutputStream {

    Inside(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void flush() {
      // What was compressed so far would be sent alone, and compressed less.
    }

    @Override
    public void close() {
      // The next file follows.
    }
  }
}
