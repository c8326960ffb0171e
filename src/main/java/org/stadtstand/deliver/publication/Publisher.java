package org.stadtstand.deliver.publication;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.stadtstand.deliver.checks.ComparisonRule;
import org.stadtstand.deliver.checks.Draft;
import org.stadtstand.deliver.checks.Model;
import org.stadtstand.deliver.checks.PublishingLock;
import org.stadtstand.deliver.description.Description;
import org.stadtstand.deliver.finding.FindingPlace;
import org.stadtstand.deliver.finding.Findings;
import org.stadtstand.deliver.finding.FolderRule;
import org.stadtstand.deliver.finding.Rule;
import org.stadtstand.deliver.publication.Report.Outcome;
import org.stadtstand.deliver.reading.Deliveries;
import org.stadtstand.deliver.reading.Delivery;
import org.stadtstand.graph.changes.ChangeText;
import org.stadtstand.graph.steps.StepKind;
import org.stadtstand.ground.database.WriteDatabase;
import org.stadtstand.record.search.TextIndex;
import org.stadtstand.record.time.ReleasePublished;

/** Takes a folder from reading to publication, or to a preview of it. */
@Component
class Publisher {

  private final WriteDatabase publishing;
  private final Deliveries deliveries;
  private final Model model;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Publisher(
      WriteDatabase publishing,
      Deliveries deliveries,
      Model model,
      Clock clock,
      ApplicationEventPublisher events) {
    this.publishing = publishing;
    this.deliveries = deliveries;
    this.model = model;
    this.clock = clock;
    this.events = events;
  }

  /** The fingerprints of the published folders by {@link DeliveryLog#hex}, each with its city. */
  Map<String, String> published() {
    return new DeliveryLog(publishing.jdbc()).bytes();
  }

  /** The city whose folder of these bytes was published. */
  Optional<String> city(byte[] bytes) {
    return new DeliveryLog(publishing.jdbc()).city(bytes);
  }

  /** Makes searchable what was published by a server that did not search. */
  void fillSearch() {
    if (!TextIndex.missing(publishing.jdbc()).isEmpty()) {
      publishing.transaction().executeWithoutResult(transaction -> fillSearch(publishing.jdbc()));
    }
  }

  private void fillSearch(JdbcClient jdbc) {
    PublishingLock.take(jdbc);
    TextIndex.missing(jdbc).forEach(place -> new TextIndex(jdbc, model.types(), place).fill());
  }

  /** Publishes the folder as a release, or reports why not; a refused one leaves nothing behind. */
  Report publish(Path folder) throws IOException, SQLException {
    return run(folder, null, true);
  }

  /** Refuses a delivery of another city than the one whose package this is. */
  Report publish(Path folder, @Nullable String city) throws IOException, SQLException {
    return run(folder, city, true);
  }

  /** Does everything {@link #publish} does, and rolls it back. */
  Report preview(Path folder) throws IOException, SQLException {
    return run(folder, null, false);
  }

  /** Publishes a release that revokes another one, or reports why not. */
  Report revoke(String municipality, int number, String reason) throws IOException, SQLException {
    return revoke(Description.revocation(municipality, number, reason), true);
  }

  /** Does everything {@link #revoke} does, and rolls it back. */
  Report previewRevoke(String municipality, int number, String reason)
      throws IOException, SQLException {
    return revoke(Description.revocation(municipality, number, reason), false);
  }

  private Report revoke(Description description, boolean publish) throws IOException, SQLException {
    String name = "revoke " + description.municipality() + " " + description.revokes();
    Findings findings = deliveries.findings(name);
    Delivery delivery = deliveries.withoutTables(description, findings);
    try (Publication publication =
        new Publication(publishing.dataSource(), clock, model, delivery)) {
      publication.read();
      publication.queue();
      if (!publication.known()) {
        findings.add(
            ComparisonRule.NO_SUCH_MUNICIPALITY, description.place(), description.municipality());
        return Report.of(Outcome.REFUSED, name, findings.list());
      }
      return finish(publication, publication.prepare(), publish);
    }
  }

  private Report run(Path folder, @Nullable String city, boolean publish)
      throws IOException, SQLException {
    Findings findings = deliveries.findings(folder);
    Delivery delivery = deliveries.open(folder, findings);
    if (delivery != null && city != null && !city.equals(delivery.description().municipality())) {
      String other = delivery.description().municipality();
      findings.add(FolderRule.OTHER_CITY, delivery.description().place(), other, city);
      delivery = null;
    }
    if (delivery == null) {
      return Report.of(Outcome.REFUSED, findings.folder(), findings.list());
    }
    byte[] bytes = deliveries.bytes(folder);
    try (Publication publication =
        new Publication(publishing.dataSource(), clock, model, delivery)) {
      byte[] digest = publication.read();
      publication.queue();
      Optional<DeliveryLog.Entry> known =
          publication.log().find(delivery, findings.folder(), digest);
      if (known.isPresent()) {
        if (publish && known.get().sameRows()) {
          publication.remember(known.get(), bytes);
        }
        return known(known.get(), findings);
      }
      Draft draft = publication.prepare();
      publication.remember(draft, digest, bytes);
      return finish(publication, draft, publish);
    }
  }

  private Report finish(Publication publication, Draft draft, boolean publish) throws SQLException {
    boolean refused = draft.findings().refuse();
    if (refused || !publish) {
      Outcome outcome = refused ? Outcome.REFUSED : Outcome.PREVIEWED;
      return report(outcome, publication, draft);
    }
    publication.derive(draft);
    Report report = report(Outcome.PUBLISHED, publication, draft);
    publication.commit(draft);
    events.publishEvent(new ReleasePublished(draft.municipality(), draft.release()));
    return report;
  }

  private static Report known(DeliveryLog.Entry entry, Findings findings) {
    Rule rule = entry.sameRows() ? FolderRule.ALREADY_PUBLISHED : FolderRule.CHANGED_FOLDER;
    findings.add(rule, FindingPlace.file("."), entry.number());
    return Report.of(Outcome.SKIPPED, findings.folder(), findings.list());
  }

  private static Report report(Outcome outcome, Publication publication, Draft draft) {
    int number =
        draft.sql("select number from release where id = :release").query(int.class).single();
    Findings findings = draft.findings();
    DraftChanges changes = publication.changes(draft);
    Map<String, Map<StepKind, Integer>> counts = changes.counts();
    // Once published, the changes can be read in the feed.
    List<ChangeText> shown =
        outcome == Outcome.PUBLISHED ? List.of() : changes.first(counts.keySet());
    return new Report(outcome, findings.folder(), number, counts, shown, findings.list());
  }
}
