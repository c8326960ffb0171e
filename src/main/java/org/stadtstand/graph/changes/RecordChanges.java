package org.stadtstand.graph.changes;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.execution.Batch;
import org.stadtstand.graph.steps.FeedCursor;
import org.stadtstand.graph.steps.RecordAtRelease;
import org.stadtstand.graph.steps.Titles;
import org.stadtstand.record.cache.CacheRegion;
import org.stadtstand.record.cache.ResultCache;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.record.time.Present;
import org.stadtstand.record.time.Release;

/** What single releases changed of single records, for fields that show it beside a record. */
@Component
public class RecordChanges {

  /** Of the changes of one record at one release, with the titles of what they name. */
  private static final int WEIGHT = 4;

  private final ChangeReader reader;
  private final ResultCache cache;

  RecordChanges(ChangeReader reader, ResultCache cache) {
    this.reader = reader;
    this.cache = cache;
  }

  /** A redaction changes what was read before it. */
  private record Name(String words, int redactions) implements Batch.Named {}

  /** The changes of a record at a release, as the feed of its municipality shows them. */
  public Batch<RecordAtRelease, List<TitledChange>> batch(Present present) {
    Name name =
        new Name(
            "changes of records",
            present.places().stream().mapToInt(MunicipalityRef::redactions).sum());
    return Batch.cached(
        name, new CacheRegion<>(cache, name, WEIGHT), spots -> read(spots, present));
  }

  private Map<RecordAtRelease, List<TitledChange>> read(
      Collection<RecordAtRelease> spots, Present present) {
    Map<Integer, Release> releases =
        spots.stream()
            .map(RecordAtRelease::release)
            .distinct()
            .collect(
                Collectors.toMap(
                    Function.identity(), release -> present.release(release).orElseThrow()));
    List<RecordChange> changes = reader.changes(List.copyOf(spots), releases);
    Titles titles = reader.titles(changes);
    return changes.stream()
        .collect(
            Collectors.groupingBy(
                change -> change.step().spot(),
                Collectors.mapping(change -> titled(change, titles), Collectors.toList())));
  }

  private static TitledChange titled(RecordChange change, Titles titles) {
    String feed = change.release().place().key();
    return new TitledChange(FeedCursor.encode(feed, change.position()), change, titles);
  }
}
