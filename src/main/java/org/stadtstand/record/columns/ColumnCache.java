package org.stadtstand.record.columns;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.sql.Statements;
import org.stadtstand.record.cache.CacheMeters;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.record.time.Pin;
import org.stadtstand.record.time.RecordRedacted;
import org.stadtstand.record.time.ReleaseDirectory;

/**
 * The columns in memory. Those of a type answer every state of their municipality up to the release
 * at which they were read; what is older than the state, or than a redaction, answers nothing. They
 * are read beside the answers, one list at a time, and statements answer until they are here.
 */
@Component
public class ColumnCache implements MeterBinder, DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(ColumnCache.class);

  private static final int COUNTED = 100_000;

  /** So many times the rows after which columns are read, until what failed is tried again. */
  private static final long FAILED = -1_000;

  private final ColumnLoader loader;
  private final ReleaseDirectory releases;
  private final Cache<ListOfType, HeldRows> held;
  private final long after;
  private final boolean any;

  /** The rows that statements counted since columns were read last. */
  private final Cache<ListOfType, AtomicLong> counted =
      Caffeine.newBuilder().maximumSize(COUNTED).build();

  private final Set<ListOfType> beingRead = ConcurrentHashMap.newKeySet();
  private final ExecutorService turns =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("columns").factory());

  /** The records of a type that a municipality has. */
  private record ListOfType(String municipality, int type) {}

  ColumnCache(Statements statements, ReleaseDirectory releases, ColumnSettings settings) {
    long room = settings.bytes();
    this.releases = releases;
    this.loader = new ColumnLoader(statements, room);
    this.after = settings.after();
    this.any = room > 0;
    this.held =
        Caffeine.newBuilder()
            .recordStats()
            .maximumWeight(room)
            .weigher(
                (ListOfType list, HeldRows rows) ->
                    (int) Math.min(Integer.MAX_VALUE, rows.weight()))
            .build();
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    CacheMeters.bind(registry, "columns", held);
  }

  boolean holdsAny() {
    return any;
  }

  Map<String, Map<String, String>> types() {
    return loader.types();
  }

  /**
   * The columns that answer at a pin; null if a statement has to.
   *
   * @param rows how many the list has
   */
  @Nullable HeldRows find(HeldTables tables, Pin pin, ColumnNeeds needs, LongSupplier rows) {
    if (!any) {
      return null;
    }
    ListOfType list = new ListOfType(pin.place().key(), tables.type().number());
    HeldRows known = held.getIfPresent(list);
    if (known != null && answers(known, pin)) {
      if (known.has(needs)) {
        return known;
      }
      readSoon(list, tables, pin, needs, known);
    } else if (counter(list).addAndGet(rows.getAsLong()) >= after) {
      readSoon(list, tables, pin, needs, null);
    }
    return null;
  }

  private AtomicLong counter(ListOfType list) {
    return counted.get(list, fresh -> new AtomicLong());
  }

  private void readSoon(
      ListOfType list, HeldTables tables, Pin pin, ColumnNeeds needs, @Nullable HeldRows known) {
    if (beingRead.add(list)) {
      turns.execute(
          () -> {
            try {
              Optional<HeldRows> read = loader.load(pin.place().id(), tables, needs, known);
              counter(list).set(read.isEmpty() ? FAILED * after : 0);
              read.ifPresent(rows -> keep(list, rows));
            } catch (RuntimeException unread) {
              counter(list).set(FAILED * after);
              log.warn("Columns of {} cannot be read: {}", list, unread.getMessage());
            } finally {
              beingRead.remove(list);
            }
          });
    }
  }

  private void keep(ListOfType list, HeldRows rows) {
    held.put(list, rows);
    forgetOutdated(list);
  }

  private static boolean answers(HeldRows known, Pin pin) {
    return known.redactions() == pin.place().redactions() && known.release() >= pin.release();
  }

  /**
   * What was withheld while columns were being read, or had not reached the database that was read,
   * must not stay in memory. Looked at afterwards: what comes later removes them.
   */
  private void forgetOutdated(ListOfType list) {
    HeldRows known = held.getIfPresent(list);
    MunicipalityRef place = releases.present().place(list.municipality());
    if (known != null && known.redactions() < place.redactions()) {
      held.asMap().remove(list, known);
    }
  }

  /** What was withheld leaves the memory, whether anybody asks again or not. */
  @EventListener
  void on(RecordRedacted redacted) {
    held.asMap().keySet().stream()
        .filter(list -> list.municipality().equals(redacted.municipality()))
        .forEach(this::forgetOutdated);
  }

  /** Waits until everything that is being read is here, for measurements and tests. */
  public void settle() {
    try {
      turns.submit(() -> {}).get();
    } catch (InterruptedException | ExecutionException unfinished) {
      throw new IllegalStateException(unfinished);
    }
  }

  @Override
  public void destroy() {
    turns.shutdownNow();
  }

  /** Whether columns of a municipality are in memory, whatever they are worth by now. */
  boolean has(String municipality) {
    return held.asMap().keySet().stream()
        .anyMatch(list -> list.municipality().equals(municipality));
  }

  /** Forgets all columns, for measurements and tests of the cold state. */
  public void clear() {
    held.invalidateAll();
    counted.invalidateAll();
  }
}
