package org.stadtstand.deliver.publication;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.stadtstand.deliver.description.DeliveriesBelow;
import org.stadtstand.deliver.finding.Finding;
import org.stadtstand.deliver.finding.FindingLevel;
import org.stadtstand.deliver.publication.Report.Outcome;
import org.stadtstand.deliver.reading.Deliveries;
import org.stadtstand.ground.command.FolderNames;
import org.stadtstand.ground.fault.Failure;
import org.stadtstand.ground.text.Language;
import org.stadtstand.record.time.AwaitedMunicipality;

/**
 * Imports every package folder that was never published. A refused folder holds up the later ones
 * of its package, because they build on it; the server keeps running with what is published.
 */
@Component
class PackageFolders implements MeterBinder {

  private static final Logger log = LoggerFactory.getLogger(PackageFolders.class);

  /** A start logs no more of what does not refuse a folder; the rest would hide everything else. */
  private static final int LOGGED = 20;

  private final IngestSettings settings;
  private final Deliveries deliveries;
  private final Publisher publisher;
  private final Map<Outcome, LongAdder> outcomes = new EnumMap<>(Outcome.class);

  PackageFolders(IngestSettings settings, Deliveries deliveries, Publisher publisher) {
    this.settings = settings;
    this.deliveries = deliveries;
    this.publisher = publisher;
    for (Outcome outcome : Outcome.values()) {
      outcomes.put(outcome, new LongAdder());
    }
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    outcomes.forEach(
        (outcome, count) ->
            FunctionCounter.builder("stadtstand.deliveries", count, LongAdder::sum)
                .description("Folders that were imported since the start, by what became of them")
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .register(registry));
  }

  /**
   * Returns how many releases were published.
   *
   * @param done is told of each package that is in, or refused
   */
  int importNew(Consumer<Path> done) {
    Map<String, String> known = publisher.published();
    int published = 0;
    for (Path pack : settings.packages()) {
      published += importPackage(pack, known);
      done.accept(pack);
    }
    return published;
  }

  /** What was published before a server searched it; done once, before anything is answered. */
  void fillSearch() {
    publisher.fillSearch();
  }

  List<Path> packages() {
    return settings.packages();
  }

  /** Whose package it is, by its first folder; empty if that cannot be read. */
  Optional<AwaitedMunicipality> municipality(Path pack) {
    try {
      List<Path> folders = Files.isDirectory(pack) ? DeliveriesBelow.folders(pack) : List.of();
      return folders.isEmpty() ? Optional.empty() : deliveries.municipality(folders.getFirst());
    } catch (IOException e) {
      // The import itself will say what is wrong.
      return Optional.empty();
    }
  }

  private int importPackage(Path pack, Map<String, String> known) {
    int published = 0;
    // The folders beside each other are one city's; a stray one must not be taken for its next.
    @Nullable String city = null;
    try {
      for (Path folder : deliveries(pack)) {
        if (Thread.currentThread().isInterrupted()) {
          return published;
        }
        byte[] bytes = deliveries.bytes(folder);
        String before = known.get(DeliveryLog.hex(bytes));
        if (before != null) {
          city = before;
          continue;
        }
        long begin = System.nanoTime();
        Report report = publisher.publish(folder, city);
        log(pack, report, Duration.ofNanos(System.nanoTime() - begin));
        outcomes.getOrDefault(report.outcome(), new LongAdder()).increment();
        if (report.outcome() == Outcome.REFUSED) {
          break;
        }
        published += report.outcome() == Outcome.PUBLISHED ? 1 : 0;
        city = publisher.city(bytes).orElse(city);
      }
    } catch (IOException | SQLException | DataAccessException e) {
      log(pack, e);
    }
    return published;
  }

  private static void log(Path pack, Exception fault) {
    if (Thread.currentThread().isInterrupted()) {
      log.info("The import of {} ended with the server, and goes on with its next start.", pack);
      return;
    }
    Optional<String> sentence = Failure.sentence(fault);
    if (sentence.isPresent()) {
      log.error("The rest of {} was not imported. {}", pack, sentence.get());
    } else {
      log.error("The rest of {} was not imported", pack, fault);
    }
  }

  /** The folders to import; none of what is no package, which the log says. */
  private static List<Path> deliveries(Path pack) throws IOException {
    if (!Files.isDirectory(pack)) {
      log.warn("There is no package folder {}", pack);
      return List.of();
    }
    Optional<String> fault = PackageLayout.fault(pack);
    if (fault.isPresent()) {
      log.error(fault.get());
      return List.of();
    }
    List<Path> folders = DeliveriesBelow.folders(pack);
    if (folders.isEmpty()) {
      log.warn("There is no delivery in {}", pack);
    }
    return folders;
  }

  private static void log(Path pack, Report report, Duration took) {
    List<Finding> errors =
        report.findings().stream().filter(each -> each.level() == FindingLevel.ERROR).toList();
    errors.forEach(error -> log.error(error.line(Language.EN)));
    List<Finding> others =
        report.findings().stream().filter(each -> each.level() != FindingLevel.ERROR).toList();
    others.stream()
        .limit(LOGGED)
        .forEach(
            other ->
                log.atLevel(other.level() == FindingLevel.INFO ? Level.INFO : Level.WARN)
                    .log(other.line(Language.EN)));
    if (others.size() > LOGGED) {
      log.warn("{} more findings; the command preview prints them", others.size() - LOGGED);
    }
    log.info(
        "{}/{}: {}{} in {} ms {}",
        FolderNames.of(pack),
        report.folder(),
        report.outcome().name().toLowerCase(Locale.ROOT),
        report.number() == null ? "" : " as release " + report.number(),
        took.toMillis(),
        report.counts());
  }
}
