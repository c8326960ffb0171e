package org.stadtstand.deliver.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.deliver.description.Description;
import org.stadtstand.deliver.description.DescriptionReader;
import org.stadtstand.deliver.description.Resource;
import org.stadtstand.deliver.finding.FindingPlace;
import org.stadtstand.deliver.finding.Findings;
import org.stadtstand.deliver.finding.FolderRule;
import org.stadtstand.ground.command.FolderNames;
import org.stadtstand.record.declaration.Column;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.declaration.Room;
import org.stadtstand.record.declaration.RowRule;
import org.stadtstand.record.time.AwaitedMunicipality;

/** Opens the folders that cities deliver. */
@Component
public class Deliveries {

  private static final long MEGABYTE = 1_000_000;

  private final RecordTypes types;
  private final List<RowRule> rules = new ArrayList<>();
  private final Map<String, RecordType> tables = new TreeMap<>();
  private final DeliverySettings settings;

  Deliveries(RecordTypes types, List<Room> rooms, DeliverySettings settings) {
    this.types = types;
    this.settings = settings;
    rooms.forEach(room -> rules.addAll(room.rowRules()));
    rules.addAll(MetaTables.rules(types));
    types.all().forEach(type -> tables.put(type.table(), type));
    tables.remove(MetaTables.CORRECTION);
    tables.put(MetaTables.WITHDRAWALS.table(), MetaTables.WITHDRAWALS);
    tables.put(MetaTables.CORRECTIONS.table(), MetaTables.CORRECTIONS);
    tables.put(MetaTables.ACKNOWLEDGEMENTS.table(), MetaTables.ACKNOWLEDGEMENTS);
  }

  public Findings findings(Path folder) {
    return findings(FolderNames.of(folder));
  }

  /** Starts the findings of a delivery with this name. */
  public Findings findings(String name) {
    return new Findings(name, settings.findingsPerFile());
  }

  /** A delivery without tables. */
  public Delivery withoutTables(Description description, Findings findings) {
    return new Delivery(description, List.of(), types, rules, settings, findings);
  }

  /** Opens a folder; returns null if it contains nothing readable. */
  public @Nullable Delivery open(Path folder, Findings findings) {
    try {
      if (Files.isSymbolicLink(folder)) {
        findings.add(FolderRule.SYMBOLIC_LINK, FindingPlace.file("."));
        return null;
      }
      FolderListing present = FolderListing.of(folder);
      present.links(findings);
      Description description = new DescriptionReader(tables, findings).read(folder);
      if (description == null) {
        return null;
      }
      List<TableFile> files = files(present, description, findings);
      present.unknown(description, findings);
      return new Delivery(description, files, types, rules, settings, findings);
    } catch (NoSuchFileException | NotDirectoryException e) {
      findings.add(FolderRule.NO_FOLDER, FindingPlace.file("."), folder);
    } catch (IOException e) {
      findings.add(FolderRule.UNREADABLE_FILE, FindingPlace.file("."), e.toString());
    }
    return null;
  }

  /** Whose record a folder delivers; empty if its description cannot be read. */
  public Optional<AwaitedMunicipality> municipality(Path folder) throws IOException {
    Delivery delivery = open(folder, findings(folder));
    if (delivery == null) {
      return Optional.empty();
    }
    String key = delivery.description().municipality();
    boolean demo = "DEMO".equals(delivery.description().given().get("standing"));
    Map<String, String> numbers = new HashMap<>();
    TableFile file = delivery.file(types.get("municipality")).orElse(null);
    if (file != null) {
      List<Column> columns = file.type().columns();
      delivery.read(
          file,
          row -> {
            for (int i = 0; i < columns.size(); i++) {
              numbers.put(columns.get(i).name(), String.valueOf(row.values()[i]));
            }
          });
    }
    return Optional.of(
        new AwaitedMunicipality(
            key, numbers.getOrDefault("ags", ""), numbers.getOrDefault("ars", ""), demo));
  }

  /** The fingerprint of the folder's bytes; empty if a file is never read. */
  public byte[] bytes(Path folder) throws IOException {
    List<Path> files = FolderListing.of(folder).files();
    for (Path file : files) {
      boolean link = Files.isSymbolicLink(file);
      if (link || Files.size(file) > settings.maxFileSize().toBytes()) {
        return new byte[0];
      }
    }
    return Digest.bytes(files.stream().filter(Files::isRegularFile).toList());
  }

  private List<TableFile> files(FolderListing present, Description description, Findings findings)
      throws IOException {
    Map<String, TableFile> files = new LinkedHashMap<>();
    for (Resource resource : description.resources()) {
      FindingPlace place = FindingPlace.file(resource.path());
      Path path = present.named(resource.path());
      if (path != null && Files.isSymbolicLink(path)) {
        // Reported with all links of the folder.
        continue;
      }
      if (path == null || !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
        findings.add(FolderRule.MISSING_FILE, place);
      } else if (Files.size(path) > settings.maxFileSize().toBytes()) {
        findings.add(
            FolderRule.FILE_TOO_LARGE,
            place,
            Files.size(path) / MEGABYTE,
            settings.maxFileSize().toBytes() / MEGABYTE);
      } else {
        RecordType type = Objects.requireNonNull(tables.get(resource.table()));
        TableFile file = new TableFile(type, path, resource);
        file.compare(findings);
        files.put(resource.table(), file);
      }
    }
    return List.copyOf(files.values());
  }
}
