package org.stadtstand.graph.execution;

import graphql.GraphQLContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.sql.Deadline;
import org.stadtstand.record.time.BasisRecorder;

/**
 * What a request can be answered from without reading: the cache, and whatever was read for this
 * request. It collects missing keys, so that they are read together.
 */
public final class PendingReads {

  private final @Nullable Deadline deadline;
  private final @Nullable BasisRecorder basis;
  private final Map<Object, Gathered<?, ?>> gathered = new LinkedHashMap<>();

  private PendingReads(@Nullable Deadline deadline, @Nullable BasisRecorder basis) {
    this.deadline = deadline;
    this.basis = basis;
  }

  static PendingReads of(GraphQLContext context) {
    return context.computeIfAbsent(
        PendingReads.class,
        made -> new PendingReads(context.get(Deadline.class), context.get(BasisRecorder.class)));
  }

  /** What the answer rests on, where notices are left. */
  public BasisRecorder basis() {
    return Objects.requireNonNull(basis, "The request has no present");
  }

  /**
   * The value, null if there is none, or {@link SynchronousFetcher#ABSENT} after noting it as
   * missing.
   */
  public <K, V> @Nullable Object find(Batch<K, V> batch, K key) {
    Object kept = batch.kept(key);
    return kept == SynchronousFetcher.ABSENT ? of(batch).find(key) : kept;
  }

  /** Reads what was missing, each batch's keys at once; returns whether there was anything. */
  boolean readMissing() {
    List<Gathered<?, ?>> missing =
        gathered.values().stream().filter(batch -> !batch.missing.isEmpty()).toList();
    missing.forEach(batch -> batch.read(deadline));
    return !missing.isEmpty();
  }

  /**
   * Reads values for the engine. A batch that has failed in this request fails again without
   * reading: whoever waited for a database in vain need not wait twice.
   */
  <K, V> Map<K, V> all(Batch<K, V> batch, Collection<K> keys) {
    RuntimeException fault = of(batch).fault;
    if (fault != null) {
      throw fault;
    }
    return Deadline.during(deadline, () -> batch.all(keys));
  }

  @SuppressWarnings("unchecked")
  private <K, V> Gathered<K, V> of(Batch<K, V> batch) {
    return (Gathered<K, V>) gathered.computeIfAbsent(batch.name(), name -> new Gathered<>(batch));
  }

  private static final class Gathered<K, V> {

    private final Batch<K, V> batch;
    private final Set<K> missing = new HashSet<>();
    private final Map<K, @Nullable V> read = new HashMap<>();
    private @Nullable RuntimeException fault;

    Gathered(Batch<K, V> batch) {
      this.batch = batch;
    }

    public @Nullable Object find(K key) {
      if (read.containsKey(key)) {
        return read.get(key);
      }
      missing.add(key);
      return SynchronousFetcher.ABSENT;
    }

    void read(@Nullable Deadline deadline) {
      List<K> keys = new ArrayList<>(missing);
      missing.clear();
      try {
        Map<K, V> values = Deadline.during(deadline, () -> batch.all(keys));
        keys.forEach(key -> read.put(key, values.get(key)));
      } catch (RuntimeException unread) {
        fault = unread;
        throw unread;
      }
    }
  }
}
