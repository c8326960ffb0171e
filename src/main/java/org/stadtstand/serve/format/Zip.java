package org.stadtstand.serve.format;

import static org.stadtstand.serve.table.FileOptions.ALL;
import static org.stadtstand.serve.table.FileOptions.DIALECT;
import static org.stadtstand.serve.table.FileOptions.EXPLODE;
import static org.stadtstand.serve.table.FileOptions.LABELS;
import static org.stadtstand.serve.table.FileOptions.META;
import static org.stadtstand.serve.table.FileOptions.SHAPE;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.stadtstand.serve.answer.Inquiry;
import org.stadtstand.serve.table.AnswerTables;
import org.stadtstand.serve.table.AskedTable;
import org.stadtstand.serve.table.FileOptions;
import org.stadtstand.serve.table.ShapedTable;

/** Writes answers as archives: a CSV for each table, and a text with their provenance. */
@Component
@Order(5)
record Zip(AnswerTables tables, FileOptions options, FileOrigin origin) implements TableFormat {

  /** The same for all, so that the same answer is the same bytes; archives know no earlier day. */
  private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 1, 1, 0, 0);

  @Autowired
  Zip(AnswerTables tables) {
    this(tables, FileOptions.NONE, FileOrigin.UNKNOWN);
  }

  @Override
  public String suffix() {
    return "zip";
  }

  @Override
  public String mediaType() {
    return "application/zip";
  }

  @Override
  public Set<String> parameters() {
    return Set.of(DIALECT, META, LABELS, EXPLODE, ALL, SHAPE);
  }

  @Override
  public Zip with(FileOptions options, FileOrigin origin) {
    return new Zip(tables, options, origin);
  }

  @Override
  public Optional<List<AskedTable>> asked(Inquiry inquiry) {
    return tables.askAll(inquiry, options);
  }

  @Override
  public Representation file(List<AskedTable> asked) {
    List<ShapedTable> shaped = ShapedTable.all(asked, options);
    AskedTable first = asked.getFirst();
    return Representation.ofFile(
        first.first(),
        mediaType(),
        FileHeaders.of(asked, origin, suffix()),
        first.follows(),
        out -> write(shaped, out));
  }

  private void write(List<ShapedTable> shaped, OutputStream out) throws IOException {
    AskedTable first = shaped.getFirst().asked();
    // Not closed, because that would close the caller's stream. It holds nothing else open.
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    SourceSheet source = new SourceSheet();
    for (ShapedTable table : shaped) {
      AskedTable asked = table.asked();
      boolean truncated = asked.follows() || !asked.cut().isEmpty();
      zip.putNextEntry(
          entry(Objects.requireNonNullElse(asked.sheet(), asked.name()) + "." + Csv.SUFFIX));
      source.cut(Csv.write(table, options, origin, truncated, new Inside(zip)));
      zip.closeEntry();
    }
    source.describe(shaped, origin.link(first.first()));
    zip.putNextEntry(entry(SheetNames.SOURCE + ".txt"));
    zip.write(source.text().getBytes(StandardCharsets.UTF_8));
    zip.finish();
  }

  private static ZipEntry entry(String name) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(EARLIEST);
    return entry;
  }

  /** An entry of the archive, which stays open when the entry has been written. */
  private static final class Inside extends FilterOutputStream {

    Inside(ZipOutputStream zip) {
      super(zip);
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
      // The archive is closed by whoever sends it.
    }
  }
}
