package org.stadtstand.serve.bulk;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.encoding.JsonCodec;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.time.Present;
import org.stadtstand.record.time.ReleaseDirectory;
import org.stadtstand.serve.format.Representation;
import org.stadtstand.serve.response.Response;

/** Writes a state's whole tables, their description, and both together as a package. */
@Component
public class DataFiles {

  /** The earliest time that a ZIP archive can store. */
  private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 1, 1, 0, 0);

  private static final String MUNICIPALITY = "municipality";

  /** Part of every validator; raised when the same rows are written as different bytes. */
  private static final int EDITION = 1;

  private final Map<String, PublishedTable> tables = new LinkedHashMap<>();
  private final ReleaseDirectory releases;
  private final TableCopies copies;
  private final JdbcClient jdbc;

  DataFiles(RecordTypes types, ReleaseDirectory releases, TableCopies copies, JdbcClient jdbc) {
    types.all().stream()
        .map(type -> PublishedTable.of(type, types))
        .forEach(table -> tables.put(table.name(), table));
    this.releases = releases;
    this.copies = copies;
    this.jdbc = jdbc;
  }

  /**
   * A file that is read from the database while it is being sent.
   *
   * @param file the last segment of its address
   * @param parameters of the address: only the municipality
   */
  public Response file(String file, Map<String, String[]> parameters) {
    DataAddress address = DataAddress.read(file);
    String[] municipality = parameters.get(MUNICIPALITY);
    check(parameters.keySet());
    DataState state =
        DataState.of(releases, municipality == null ? null : municipality[0], address.release());
    Representation representation =
        switch (address.suffix()) {
          case "csv" -> table(address, state);
          case "json" -> description(address, state);
          default -> archive(address, state);
        };
    // Uses the whole reference to the municipality, so that whatever it comes to hold changes the
    // validator.
    String version =
        "%s %d %s.%s %d"
            .formatted(state.place(), state.id(), address.name(), address.suffix(), EDITION);
    return Response.flowing(representation, version, state.changed());
  }

  private static void check(Set<String> parameters) {
    for (String name : parameters) {
      if (!name.equals(MUNICIPALITY)) {
        throw new ApiError(
            ErrorCode.BAD_ARGUMENT,
            "A whole table has no parameter " + name + ".",
            "It has municipality; for a part of a table or another form ask a question.");
      }
    }
  }

  private Representation table(DataAddress address, DataState state) {
    PublishedTable table = tables.get(address.name());
    if (table == null) {
      throw address.unknown();
    }
    return new Representation(
        200,
        "text/csv;charset=UTF-8;header=present",
        headers(address, state),
        (Representation.Flow)
            out -> copies.during(state.place().id(), state.id(), copy -> copy.copy(table, out)),
        state.basis(),
        true);
  }

  private Representation description(DataAddress address, DataState state) {
    address.check("datapackage");
    return new Representation(
        200,
        "application/json;charset=UTF-8",
        Map.of(),
        (Representation.Flow)
            out ->
                out.write(
                    description(
                        state,
                        table ->
                            "%s@%d.csv?municipality=%s"
                                .formatted(table.name(), state.number(), state.encodedPlace()))),
        state.basis(),
        true);
  }

  private Representation archive(DataAddress address, DataState state) {
    address.check("package");
    return new Representation(
        200,
        "application/zip",
        headers(address, state),
        (Representation.Flow) out -> archive(state, out),
        state.basis(),
        true);
  }

  private static Map<String, String> headers(DataAddress address, DataState state) {
    return Map.of(
        HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\"%s-%d-%s.%s\""
            .formatted(state.place().key(), state.number(), address.name(), address.suffix()),
        HttpHeaders.LINK,
        "<datapackage@%d.json?municipality=%s>; rel=\"describedby\"; type=\"application/json\""
            .formatted(state.number(), state.encodedPlace()));
  }

  /** The package description, with each table at the path given for it. */
  private byte[] description(DataState state, Function<PublishedTable, String> path) {
    return JsonCodec.INDENTED.writeValueAsBytes(
        new PackageDescription(state, municipality(state))
            .describe(List.copyOf(tables.values()), path));
  }

  /** A single archive that, once unpacked, can be delivered again. */
  private void archive(DataState state, OutputStream out) throws IOException {
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

  /**
   * Uses the time of the state, not of the request, so that the same state gives the same bytes.
   */
  private static ZipEntry entry(String name, DataState state) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(
        state.release() == null
            ? EARLIEST
            : LocalDateTime.ofInstant(state.changed(), Present.ZONE));
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

  /** Ignores flushes: each table's writer flushes, which would send the archive in small pieces. */
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
      // The archive is flushed once, at its end.
    }
  }
}
