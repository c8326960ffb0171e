package org.stadtstand.graph.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.GraphQLContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadtstand.record.cache.CacheRegion;
import org.stadtstand.record.cache.Caches;

/** What is in memory is answered from there, and what is missing is read together. */
class PendingReadsTests {

  private final PendingReads hand = PendingReads.of(GraphQLContext.getDefault());
  private final List<Set<Integer>> read = new ArrayList<>();

  private Batch<Integer, String> batch(
      String name, long kept, Function<Collection<Integer>, Map<Integer, String>> values) {
    return Batch.cached(
        name,
        new CacheRegion<>(Caches.ofResults(kept), name, 1),
        keys -> {
          read.add(Set.copyOf(keys));
          return values.apply(keys);
        });
  }

  private static Map<Integer, String> evenOnes(Collection<Integer> keys) {
    Map<Integer, String> values = new HashMap<>();
    keys.stream().filter(key -> key % 2 == 0).forEach(key -> values.put(key, "nr " + key));
    return values;
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 100})
  void whatIsMissingIsReadTogetherAndThenAtHandWhateverTheCacheKeeps(long kept) {
    Batch<Integer, String> batch = batch("a", kept, PendingReadsTests::evenOnes);
    for (int key : List.of(1, 2, 2, 4)) {
      assertThat(hand.find(batch, key)).isSameAs(SynchronousFetcher.ABSENT);
    }

    assertThat(hand.readMissing()).isTrue();

    assertThat(read).containsExactly(Set.of(1, 2, 4));
    assertThat(hand.find(batch, 2)).isEqualTo("nr 2");
    assertThat(hand.find(batch, 1)).as("that there is none is known, too").isNull();
    assertThat(hand.readMissing()).isFalse();
    assertThat(read).hasSize(1);
  }

  @Test
  void batchesOfOneNameAreReadAsOne() {
    hand.find(batch("a", 0, PendingReadsTests::evenOnes), 2);
    hand.find(batch("a", 0, PendingReadsTests::evenOnes), 4);
    hand.find(batch("b", 0, PendingReadsTests::evenOnes), 6);

    hand.readMissing();

    assertThat(read).containsExactlyInAnyOrder(Set.of(2, 4), Set.of(6));
  }

  @Test
  void nothingIsReadThatIsNotMissing() {
    assertThat(hand.readMissing()).isFalse();
    assertThat(read).isEmpty();
  }

  @Test
  void aBatchThatHasFailedFailsForTheEngineUnread() {
    Batch<Integer, String> batch =
        batch(
            "a",
            0,
            keys -> {
              throw new IllegalStateException("The database is gone");
            });
    hand.find(batch, 2);
    assertThatThrownBy(hand::readMissing).hasMessage("The database is gone");

    assertThatThrownBy(() -> hand.all(batch, List.of(2, 3))).hasMessage("The database is gone");

    assertThat(read).containsExactly(Set.of(2));
  }

  @Test
  void theEngineReadsWhatHasNotFailed() {
    assertThat(hand.all(batch("a", 0, PendingReadsTests::evenOnes), List.of(2, 3)))
        .containsExactly(Map.entry(2, "nr 2"));
  }
}
