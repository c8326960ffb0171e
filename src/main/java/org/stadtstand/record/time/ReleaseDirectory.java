package org.stadtstand.record.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.database.AnnouncedState;
import org.stadtstand.ground.sql.OneMoment;

/**
 * The releases of all municipalities, kept in memory, so that a request finds its pins without a
 * statement. They are reread when this server publishes and, to see what other servers publish, at
 * intervals.
 */
@Component
public class ReleaseDirectory implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(ReleaseDirectory.class);

  /** So long after a redaction nobody still answers what was asked before it. */
  private static final Duration OVER = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final MunicipalityRefs places;
  private final HistorySettings settings;
  private final Clock clock;
  private final ApplicationEventPublisher events;
  private final AnnouncedState announced;
  private final OneMoment moment;
  private volatile boolean running;
  private volatile Snapshot snapshot = Snapshot.of(0, List.of(), Stream.of(), WithheldValues.NONE);
  private volatile boolean away;
  private volatile Instant learnt = Instant.EPOCH;
  private final List<AwaitedMunicipality> awaited = new ArrayList<>();

  /** The last entry in the list of withheld values when everything was read. */
  private volatile int entry;

  /** The last entry of which everybody has been told. */
  private volatile int told;

  /** The municipalities of which something was withheld lately, with the moment. */
  private final Map<String, Instant> lately = new ConcurrentHashMap<>();

  ReleaseDirectory(
      DataSource database,
      MunicipalityRefs places,
      HistorySettings settings,
      Clock clock,
      ApplicationEventPublisher events,
      AnnouncedState announced) {
    this.jdbc = JdbcClient.create(database);
    this.places = places;
    this.settings = settings;
    this.clock = clock;
    this.events = events;
    this.announced = announced;
    this.moment = new OneMoment(database);
  }

  public Present present() {
    return new Present(snapshot, settings.defaultMunicipality(), clock.instant());
  }

  /** The present of a permanent link, in which nothing later than the named release exists. */
  public Present presentAt(@Nullable StateName state) {
    return state == null
        ? present()
        : new Present(snapshot, settings.defaultMunicipality(), clock.instant(), state);
  }

  /** Before the web server starts; not on construction, when there may be no database. */
  @Override
  public void start() {
    read();
    told = entry;
    learnt = clock.instant();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return 0;
  }

  @EventListener
  void on(ReleasePublished published) {
    // Read where it has arrived: it is there for whoever has published it.
    announced.announce(new AnnouncedState.State(published.release(), entry));
    read();
  }

  /** Before those who forget what they kept, so that they know from then on what is outdated. */
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void on(RecordRedacted redacted) {
    if (!redacted.again()) {
      read();
      lately.put(redacted.municipality(), clock.instant());
    }
  }

  @Scheduled(fixedDelayString = "${history.poll:1s}", scheduler = "releasePolls")
  void poll() {
    try {
      learn();
      away = false;
      learnt = clock.instant();
    } catch (DataAccessException e) {
      away = true;
      // What was read before remains valid: releases are only ever added.
      log.warn("Cannot look for new releases: {}", e.getMessage());
    }
  }

  private void learn() {
    int[] there =
        jdbc.sql(
                """
                select coalesce((select max(id) from release), 0) as newest,
                  coalesce((select max(id) from redaction), 0) as entry
                """)
            .query((row, number) -> new int[] {row.getInt(1), row.getInt(2)})
            .single();
    if (there[0] != snapshot.newest() || there[1] != told) {
      // Read where it was seen: the next replica in turn may lag behind, with every poll.
      announced.announce(new AnnouncedState.State(there[0], there[1]));
      read();
      int known = entry;
      WithheldValues.municipalities(jdbc, told)
          .forEach(municipality -> events.publishEvent(new RecordRedacted(municipality)));
      // Only now: whatever fails before is done again with the next poll.
      told = known;
    }
    Instant over = clock.instant().minus(OVER);
    for (String municipality : lately.keySet()) {
      if (lately.getOrDefault(municipality, Instant.MAX).isBefore(over)) {
        lately.remove(municipality);
        events.publishEvent(new RecordRedacted(municipality, true));
      }
    }
  }

  /** Asks everybody to wait who asks about a municipality, until it has arrived. */
  public synchronized void expect(AwaitedMunicipality municipality) {
    awaited.add(municipality);
    snapshot = snapshot.awaiting(awaited);
  }

  /** It is in, or will not come. */
  public synchronized void arrived(AwaitedMunicipality municipality) {
    awaited.remove(municipality);
    read();
    // Its releases were read before, and nobody was told of them.
    events.publishEvent(new ReleasesRead(snapshot.newest()));
  }

  /** How long ago the database was last asked for new releases, and answered. */
  public Duration age() {
    return Duration.between(learnt, clock.instant());
  }

  /** Whether the last check found no database, so that new releases may have been missed. */
  public boolean away() {
    return away;
  }

  /**
   * Reads what was published since the last read. Earlier releases are reread only if something has
   * been withheld, which may be text of a release; otherwise each publication would read the
   * releases of all cities.
   */
  public synchronized void read() {
    int before = snapshot.newest();
    moment.during(this::readAtOnce);
    announced.announce(new AnnouncedState.State(snapshot.newest(), entry));
    if (snapshot.newest() != before) {
      events.publishEvent(new ReleasesRead(snapshot.newest()));
    }
  }

  /**
   * From one server and at one moment: an entry from one and the rest from another, which lags
   * behind, would never be looked at again.
   */
  private void readAtOnce() {
    int last = WithheldValues.last(jdbc);
    Map<Integer, Integer> redactions = WithheldValues.redactions(jdbc);
    Map<Integer, MunicipalityRef> known =
        places.all().stream()
            .map(place -> place.with(redactions.getOrDefault(place.id(), 0)))
            .collect(Collectors.toMap(MunicipalityRef::id, Function.identity()));
    Snapshot before = snapshot;
    int withheld = redactions.values().stream().mapToInt(Integer::intValue).sum();
    int after = withheld == before.redactions() ? before.newest() : 0;
    List<Release> added =
        jdbc.sql("select * from release where id > :after order by id")
            .param("after", after)
            .query((row, number) -> release(row, known))
            .list();
    snapshot =
        Snapshot.of(
                added.isEmpty() ? after : added.getLast().id(),
                known.values().stream().sorted((a, b) -> a.key().compareTo(b.key())).toList(),
                Stream.concat(before.kept(after, known), added.stream()),
                WithheldValues.read(jdbc))
            .awaiting(awaited);
    entry = last;
  }

  private static Release release(ResultSet row, Map<Integer, MunicipalityRef> known)
      throws SQLException {
    MunicipalityRef place = known.get(row.getInt("municipality"));
    if (place == null) {
      throw new IllegalStateException("A release of an unknown municipality: " + row.getInt("id"));
    }
    return Release.read(row, place);
  }
}
