package org.stadtstand.serve.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.encoding.JsonCodec;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.time.Present;
import org.stadtstand.record.time.Release;
import org.stadtstand.record.time.ReleaseDirectory;
import org.stadtstand.serve.format.Representation;
import org.stadtstand.serve.format.ZipArchive;
import org.stadtstand.serve.response.Response;

/** Writes a state's whole tables, their description, and both together as a package. */
@Component
public class DataFiles {

  private final Map<String, PublishedTable> tables = new LinkedHashMap<>();
  private final ReleaseDirectory releases;
  private final TableCopies copies;
  private final FileStore store;
  private final DescribedStates described;

  DataFiles(
      RecordTypes types,
      ReleaseDirectory releases,
      TableCopies copies,
      FileStore store,
      DescribedStates described) {
    types.all().stream()
        .map(type -> PublishedTable.of(type, types))
        .forEach(table -> tables.put(table.name(), table));
    PublishedTable withdrawals = PublishedTable.withdrawals(types);
    tables.put(withdrawals.name(), withdrawals);
    this.releases = releases;
    this.copies = copies;
    this.store = store;
    this.described = described;
  }

  /** A whole file, complete before it is sent. */
  public Response file(DataRequest asked) {
    DataAddress address = DataAddress.read(asked.municipality(), asked.nested(), asked.file());
    asked.checkParameters();
    address.checkAccepted(asked.accept());
    DataState state = DataState.of(releases, address.municipality(), address.release());
    boolean gzip = asked.gzip() && address.isCompressible();
    try {
      return store.response(
          key(address, state),
          content(address, state),
          gzip,
          sent -> made(address, state, sent),
          state.changed());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a catalogue says about a file of a municipality, without sending it. */
  public DataFile described(DataState state, String file) {
    try {
      DataAddress address =
          DataAddress.read(
              state.place().key(), true, file.replace(".", "@" + state.number() + "."));
      return DataFile.of(
          address.written(), store.file(key(address, state), content(address, state)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a segment right below {@code /data} names a municipality, and so all of its files. */
  public boolean isMunicipality(String segment) {
    return !DataAddress.isFile(segment) && releases.present().called(segment).isPresent();
  }

  /** The published tables, each under the name of its file. */
  public Map<String, RecordType> tables() {
    Map<String, RecordType> types = new LinkedHashMap<>();
    tables.forEach((name, table) -> types.put(name, table.type()));
    return types;
  }

  private Representation.Flow content(DataAddress address, DataState state) {
    return switch (address.suffix()) {
      case "csv" -> table(address, state);
      case "json" -> description(address, state);
      case "sqlite" -> database(address, state);
      default -> archive(address, state);
    };
  }

  /**
   * Holds the whole reference to the municipality, so that whatever it comes to hold changes the
   * bytes.
   */
  private static List<Object> key(DataAddress address, DataState state) {
    return List.of(state.place(), state.id(), address.nested(), address.name(), address.suffix());
  }

  private Representation made(DataAddress address, DataState state, Representation.Stored file) {
    return new Representation(
        200,
        address.mediaType(),
        headers(address, state),
        file,
        state.basis(),
        Representation.Keeping.ALL);
  }

  private Representation.Flow table(DataAddress address, DataState state) {
    PublishedTable table = tables.get(address.name());
    if (table == null) {
      throw address.unknown();
    }
    return out -> copies.during(state.place().id(), state.id(), copy -> copy.copy(table, out));
  }

  /** All tables, or the one that is named. */
  private Representation.Flow database(DataAddress address, DataState state) {
    PublishedTable one = tables.get(address.name());
    if (one == null) {
      address.check("package");
    }
    Collection<PublishedTable> wanted = one == null ? tables.values() : List.of(one);
    return out ->
        store.bySideOf(
            scratch ->
                copies.during(
                    state.place().id(),
                    state.id(),
                    copy -> SqliteTables.write(wanted, about(state), copy, scratch, out)));
  }

  private Map<String, @Nullable String> about(DataState state) {
    Release release = state.release();
    DescribedState said = described.find(state).orElse(null);
    Map<String, @Nullable String> about = new LinkedHashMap<>();
    about.put("municipality", state.place().key());
    about.put("release", String.valueOf(state.number()));
    about.put("standsFor", release == null ? null : release.standsFor().toString());
    about.put("hash", release == null ? null : release.seal().hash());
    about.put("publisher", said == null ? null : said.publisher());
    about.put("standing", said == null ? null : said.standing());
    about.put("attribution", said == null ? null : said.attribution());
    about.put("licence", said == null ? null : said.licence());
    about.put("licenceUrl", said == null ? null : said.licenceUrl());
    return about;
  }

  private Representation.Flow description(DataAddress address, DataState state) {
    address.check("datapackage");
    String folder = address.nested() ? "" : state.encodedPlace() + "/";
    return out ->
        out.write(
            description(
                state, table -> "%s%s@%d.csv".formatted(folder, table.name(), state.number())));
  }

  private Representation.Flow archive(DataAddress address, DataState state) {
    address.check("package");
    return out -> archive(state, out);
  }

  private Map<String, String> headers(DataAddress address, DataState state) {
    String folder = address.nested() ? "" : state.encodedPlace() + "/";
    String links =
        new Signposts(folder, state, described.find(state).orElse(null))
            .of(address, tables.keySet());
    if (address.suffix().equals("json")) {
      return Map.of(HttpHeaders.LINK, links);
    }
    return Map.of(
        HttpHeaders.CONTENT_DISPOSITION,
        "attachment; filename=\"%s%s-%d-%s.%s\""
            .formatted(
                state.place().demo() ? "demo-" : "",
                state.place().key(),
                state.number(),
                address.name(),
                address.suffix()),
        HttpHeaders.LINK,
        links);
  }

  /** The package description, with each table at the path given for it. */
  private byte[] description(DataState state, Function<PublishedTable, String> path) {
    return JsonCodec.INDENTED.writeValueAsBytes(
        new PackageDescription(state, described.find(state).orElse(null), revoked(state))
            .describe(List.copyOf(tables.values()), path));
  }

  /** The number of the release that this one revokes. */
  private @Nullable Integer revoked(DataState state) {
    Integer revokes = state.release() == null ? null : state.release().revokes();
    return revokes == null
        ? null
        : releases.present().release(revokes).map(Release::number).orElseThrow();
  }

  /**
   * A single archive that, once unpacked, can be delivered again. Its files carry the day of
   * publication, so that the same state gives the same bytes.
   */
  private void archive(DataState state, OutputStream out) throws IOException {
    byte[] description = description(state, table -> table.name() + ".csv");
    Release release = state.release();
    ZipArchive zip =
        new ZipArchive(
            out,
            release == null
                ? ZipArchive.EARLIEST
                : release
                    .publishedAt()
                    .atZoneSameInstant(Present.ZONE)
                    .toLocalDate()
                    .atStartOfDay());
    copies.during(
        state.place().id(),
        state.id(),
        copy -> {
          zip.add("datapackage.json", file -> file.write(description));
          for (PublishedTable table : tables.values()) {
            zip.add(table.name() + ".csv", file -> copy.copy(table, file));
          }
        });
    zip.finish();
  }
}
