package org.stadtstand.record.sheets;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.sql.Statements;
import org.stadtstand.record.cache.CacheMeters;
import org.stadtstand.record.declaration.Formula;
import org.stadtstand.record.declaration.JoinedRow;
import org.stadtstand.record.declaration.RecordTypes;
import org.stadtstand.record.declaration.Room;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.RecordRedacted;
import org.stadtstand.record.time.ReleaseDirectory;

/**
 * The sheets in memory, one for each municipality that is asked about. A sheet answers every state
 * up to the release it was made at; one that is older than the state, or than a redaction, answers
 * nothing, and the rows are read until a new one is made.
 */
@Component
public class Sheets implements MeterBinder {

  private static final int COUNTED = 100_000;

  /** So many records later a municipality that is too large is measured again. */
  private static final int TOO_LARGE = -1_000_000;

  private final SheetLoader loader;
  private final ReleaseDirectory releases;
  private final Cache<String, SheetLoader.Loaded> sheets;
  private final int after;
  private final boolean any;

  /** The records read by statements, and lists found by them, since the last sheet was made. */
  private final Cache<String, AtomicInteger> asked =
      Caffeine.newBuilder().maximumSize(COUNTED).build();

  private final Set<String> beingMade = ConcurrentHashMap.newKeySet();

  Sheets(
      Statements statements,
      RecordTypes types,
      List<Room> rooms,
      ReleaseDirectory releases,
      SheetSettings settings) {
    this.releases = releases;
    this.loader =
        new SheetLoader(
            statements,
            List.copyOf(types.all()),
            rooms.stream().flatMap(room -> room.derivedTables().stream()).toList());
    this.after = settings.after();
    long room = settings.bytes();
    this.any = room > 0;
    this.sheets =
        Caffeine.newBuilder()
            .recordStats()
            .maximumWeight(room)
            .weigher((String municipality, SheetLoader.Loaded kept) -> kept.sheet().weight())
            .build();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    CacheMeters.bind(registry, "sheets", sheets);
  }

  /** The sheet that answers at a pin; null if the rows have to be read. */
  public @Nullable Sheet at(Pin pin) {
    SheetLoader.Loaded kept = any ? sheets.getIfPresent(pin.place().key()) : null;
    return kept != null && answers(kept, pin) ? kept.sheet() : null;
  }

  /** The same, made now if so many records of the municipality have been asked for that it pays. */
  public @Nullable Sheet at(Pin pin, int records) {
    Sheet ready = at(pin);
    if (ready != null || !any || pin.release() == 0) {
      return ready;
    }
    AtomicInteger counter = asked.get(pin.place().key(), fresh -> new AtomicInteger());
    return counter.addAndGet(records) < after ? null : made(counter, pin);
  }

  /** Who comes while it is being made reads the rows. */
  private @Nullable Sheet made(AtomicInteger counter, Pin pin) {
    String municipality = pin.place().key();
    if (!beingMade.add(municipality)) {
      return null;
    }
    try {
      Optional<SheetLoader.Loaded> loaded = loader.load(pin.place().id());
      counter.set(loaded.isEmpty() ? TOO_LARGE : 0);
      loaded.ifPresent(sheet -> keep(municipality, sheet));
      return at(pin);
    } finally {
      beingMade.remove(municipality);
    }
  }

  /**
   * What was withheld while the sheet was being made, or had not reached the database that was
   * read, must not stay in memory. Looked at afterwards: what comes later removes it.
   */
  private void keep(String municipality, SheetLoader.Loaded loaded) {
    sheets.put(municipality, loaded);
    forgetOutdated(municipality);
  }

  private void forgetOutdated(String municipality) {
    SheetLoader.Loaded kept = sheets.getIfPresent(municipality);
    if (kept != null && kept.redactions() < releases.present().place(municipality).redactions()) {
      sheets.asMap().remove(municipality, kept);
    }
  }

  private static boolean answers(SheetLoader.Loaded kept, Pin pin) {
    return kept.redactions() == pin.place().redactions()
        && kept.sheet().newest() >= pin.release()
        && kept.sheet().release(pin.release()) >= 0;
  }

  /** Whatever it is worth by now. */
  @Nullable Sheet held(String municipality) {
    SheetLoader.Loaded kept = sheets.getIfPresent(municipality);
    return kept == null ? null : kept.sheet();
  }

  /** How records are read that a declaration describes; only once there is a sheet. */
  public SheetView view(String table, Map<String, JoinedRow> joins, Map<String, Formula> columns) {
    return new SheetView(loader.tables(), table, joins, columns);
  }

  /**
   * What was withheld leaves the memory, whether anybody asks again or not. A redaction is told
   * more than once; a sheet made since then knows of it.
   */
  @EventListener
  void on(RecordRedacted redacted) {
    forgetOutdated(redacted.municipality());
  }

  /** Forgets all sheets, for measurements and tests of the cold state. */
  public void clear() {
    sheets.invalidateAll();
    asked.invalidateAll();
  }
}
