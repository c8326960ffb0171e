package org.stadtstand.serve.format;

import static org.stadtstand.serve.table.FileOptions.ALL;
import static org.stadtstand.serve.table.FileOptions.DIALECT;
import static org.stadtstand.serve.table.FileOptions.EXPLODE;
import static org.stadtstand.serve.table.FileOptions.LABELS;
import static org.stadtstand.serve.table.FileOptions.META;
import static org.stadtstand.serve.table.FileOptions.SHAPE;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
    return file(asked, mediaType(), out -> write(shaped, out));
  }

  private void write(List<ShapedTable> shaped, OutputStream out) throws IOException {
    AskedTable first = shaped.getFirst().asked();
    ZipArchive zip = new ZipArchive(out, ZipArchive.EARLIEST);
    SourceSheet source = new SourceSheet();
    for (ShapedTable table : shaped) {
      AskedTable asked = table.asked();
      zip.add(
          Objects.requireNonNullElse(asked.sheet(), asked.name()) + "." + Csv.SUFFIX,
          file -> source.cut(Csv.write(table, options, origin, file)));
    }
    source.describe(shaped, origin.link(first.first()));
    zip.add(
        SheetNames.SOURCE + ".txt",
        file -> file.write(source.text().getBytes(StandardCharsets.UTF_8)));
    zip.finish();
  }
}
