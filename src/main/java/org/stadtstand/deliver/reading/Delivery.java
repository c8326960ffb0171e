package org.stadtstand.deliver.reading;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stadtstand.deliver.finding.Findings;
import org.stadtstand.record.declaration.RecordType;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.declaration.RowRule;

/** A folder that was opened: its description is read, its tables can be read once each. */
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
        // What is not a published table holds no record that could be referred to.
        .flatMap(resource -> types.find(resource.table()).stream())
        .filter(type -> file(type).isEmpty())
        .forEach(unread::add);
    digest.row(
        description.municipality(),
        description.given(),
        description.kind(),
        description.standsFor(),
        description.revokes());
  }

  public Description description() {
    return description;
  }

  /**
   * Whether it takes a release back and brings no table: what to put back is then read from what is
   * published.
   */
  public boolean onlyRevokes() {
    return description.revokes() != null && files.isEmpty();
  }

  public Findings findings() {
    return findings;
  }

  /** The tables that the delivery brings, in the order of their record types. */
  public List<TableFile> files() {
    return files;
  }

  public Optional<TableFile> file(RecordType type) {
    return files.stream().filter(file -> file.type().equals(type)).findFirst();
  }

  /** Reads a table; what is wrong with it is added to the findings. */
  public void read(TableFile file, DeliveredRowSink sink) throws IOException {
    digest.row(file.type().table());
    RecordType type = file.type();
    Map<String, String> given =
        type.table().equals("municipality") ? description.given() : Map.of();
    RowReader.Task task =
        new RowReader.Task(
            type,
            file.name(),
            file.resource().dialect().encoding().name(),
            given,
            description.defaultSource(),
            rules.stream().filter(rule -> rule.table().equals(type.table())).toList(),
            settings.maxFieldLength());
    RowReader rows =
        new RowReader(
            task, file.resource().dialect(), new CellReader(type, types), findings, digest);
    TableReader reader =
        new TableReader(type, file.resource(), rows, findings, settings.maxFieldLength());
    if (!reader.read(file.path(), sink)) {
      unread.add(type);
    }
  }

  /** Tables of which rows are unknown, so that nothing can be said about references to them. */
  public Set<RecordType> unread() {
    return unread;
  }

  /** The fingerprint of everything that was read; to be asked for once, after all tables. */
  public byte[] digest() {
    return digest.finish();
  }
}
