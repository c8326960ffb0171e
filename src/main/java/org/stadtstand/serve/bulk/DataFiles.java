package org.stadtstand.serve.bulk;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.time.Present;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes whole tables of a state, their description, and both together as a package. */
@Component
public class DataFiles {

  /** That an archive can name. */
  private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 1, 1, 0, 0);

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Map<String, PublishedTable> tables = new LinkedHashMap<>();
  private final TableCopies copies;
  private final JdbcClient jdbc;

  DataFiles(RecordTypes types, TableCopies copies, JdbcClient jdbc) {
    types.all().stream()
        .map(type -> PublishedTable.of(type, types))
        .forEach(table -> tables.put(table.name(), table));
    this.copies = copies;
    this.jdbc = jdbc;
  }

  public Optional<PublishedTable> find(String name) {
    return Optional.ofNullable(tables.get(name));
  }

  public void table(DataState state, PublishedTable table, OutputStream out) throws IOException {
    copies.during(state.place().id(), state.id(), copy -> copy.copy(table, out));
  }

  /** The description, for tables that lie at these paths. */
  public byte[] description(DataState state, DataPackage.Path path) {
    return JSON.writeValueAsBytes(
        new DataPackage(state, municipality(state)).describe(List.copyOf(tables.values()), path));
  }

  /** Everything in one file: unpacked, it is a delivery. */
  public void archive(DataState state, OutputStream out) throws IOException {
    byte[] description = description(state, table -> table.name() + ".csv");
    ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    copies.during(
        state.place().id(),
        state.id(),
        copy -> {
          zip.putNextEntry(entry("datapackage.json", state));
          zip.write(description);
          for (PublishedTable table : tables.values()) {
            zip.putNextEntry(entry(table.name() + ".csv", state));
            copy.copy(table, new Inside(zip));
            zip.closeEntry();
          }
        });
    zip.finish();
  }

  /** Not from when it was asked for: the same state is the same bytes. */
  private static ZipEntry entry(String name, DataState state) {
    ZipEntry entry = new ZipEntry(name);
    Instant changed = state.changed();
    entry.setTimeLocal(changed == null ? EARLIEST : LocalDateTime.ofInstant(changed, Present.ZONE));
    return entry;
  }

  private Map<String, @Nullable Object> municipality(DataState state) {
    return jdbc
        .sql(
            "select * from municipality"
                + " where record = :place and since <= :release and until > :release")
        .param("place", state.place().id())
        .param("release", state.id())
        .query()
        .listOfRows()
        .stream()
        .findFirst()
        .orElse(Map.of());
  }

  /** Flushed by whoever writes a table, the archive would be sent in small pieces. */
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
      // The archive is flushed at its end.
    }
  }
}
