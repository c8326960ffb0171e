package org.stadtstand.deliver.reading;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stadtstand.deliver.description.Description;
import org.stadtstand.deliver.finding.Findings;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.declaration.RowRule;

/** An opened folder: its description has been read, and each of its tables can be read once. */
public final class Delivery {

  private final Description description;
  private final List<TableFile> files;
  private final RecordTypes types;
  private final List<RowRule> rules;
  private final DeliverySettings settings;
  private final Findings findings;
  private final Digest digest = new Digest();
  private final Set<RecordType> unread = new HashSet<>();

  Delivery(
      Description description,
      List<TableFile> files,
      RecordTypes types,
      List<RowRule> rules,
      DeliverySettings settings,
      Findings findings) {
    this.description = description;
    this.files =
        files.stream()
            .sorted(Comparator.comparing((TableFile file) -> file.type().number()))
            .toList();
    this.types = types;
    this.rules = rules;
    this.settings = settings;
    this.findings = findings;
    description.resources().stream()
        // A resource that is not a published table has no records to refer to.
        .flatMap(resource -> types.find(resource.table()).stream())
        .filter(type -> file(type).isEmpty())
        .forEach(unread::add);
    digest.row(
        description.municipality(),
        description.given(),
        // Otherwise what a catalogue lacks could not be delivered later.
        description.entry(),
        description.kind(),
        description.standsFor(),
        description.revokes());
  }

  public Description description() {
    return description;
  }

  /**
   * Whether the delivery only revokes a release and contains no table; what to restore is then read
   * from what is published.
   */
  public boolean onlyRevokes() {
    return description.revokes() != null && files.isEmpty();
  }

  public Findings findings() {
    return findings;
  }

  /** The tables in the delivery, in the order of their record types. */
  public List<TableFile> files() {
    return files;
  }

  public Optional<TableFile> file(RecordType type) {
    return files.stream().filter(file -> file.type().equals(type)).findFirst();
  }

  /** Reads a table and adds what is wrong with it to the findings. */
  public void read(TableFile file, DeliveredRow.Sink sink) throws IOException {
    digest.row(file.type().table());
    RecordType type = file.type();
    Map<String, String> given =
        type.table().equals("municipality") ? description.given() : Map.of();
    RowReader.Task task =
        new RowReader.Task(
            type,
            file.resource(),
            given,
            description.defaultSource(),
            rules.stream().filter(rule -> rule.table().equals(type.table())).toList(),
            settings.maxFieldLength());
    CellReader cells = new CellReader(types, file.resource().schema());
    RowReader rows = new RowReader(task, cells, findings, digest);
    TableReader reader =
        new TableReader(type, file.resource(), rows, findings, settings.maxFieldLength());
    if (!reader.read(file.path(), sink)) {
      unread.add(type);
    }
  }

  /** The tables some of whose rows are unknown, so that references to them cannot be checked. */
  public Set<RecordType> unread() {
    return unread;
  }

  /** The fingerprint of everything that was read; call it once, after reading all tables. */
  public byte[] digest() {
    return digest.finish();
  }
}
