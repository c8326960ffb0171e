package org.stadtstand.deliver.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.stadtstand.deliver.publication.Report.Outcome;
import org.stadtstand.deliver.reading.DeliveryFolder;

/**
 * Random deliveries and revocations compared with a simple model, one map per release. After each
 * step every earlier state is checked again.
 */
class RevocationPropertyIT {

  private static final List<String> KEYS = List.of("a", "b", "c");

  // Set before the first property, and before each history.
  @SuppressWarnings("NullAway.Init")
  private static Workshop workshop;

  @SuppressWarnings("NullAway.Init")
  private City city;

  private final Map<Integer, Map<String, String>> states = new HashMap<>();
  private final Map<String, Integer> changedBy = new HashMap<>();
  private final Set<Integer> revoked = new HashSet<>();
  private int newest;

  @BeforeContainer
  static void open() {
    workshop = new Workshop();
  }

  @AfterContainer
  static void close() {
    workshop.close();
  }

  /**
   * Either a delivery of these names, where an empty name is a missing row, or the revocation of a
   * release.
   */
  record Step(List<String> names, int revokes) {}

  @Provide
  Arbitrary<List<Step>> histories() {
    Arbitrary<List<String>> names = Arbitraries.of("", "Netz", "Dorf").list().ofSize(KEYS.size());
    return Combinators.combine(names, Arbitraries.integers().between(-3, 5))
        .as(Step::new)
        .list()
        .ofMinSize(3)
        .ofMaxSize(7);
  }

  @Property(tries = 8)
  void theStateOfEveryReleaseIsThatOfTheModel(@ForAll("histories") List<Step> history)
      throws IOException, SQLException {
    city = workshop.city();
    states.clear();
    changedBy.clear();
    revoked.clear();
    newest = 0;
    deliver(city.first(), Map.of());
    for (Step step : history) {
      if (step.revokes() < 0 || newest < 2) {
        deliver(step.names());
      } else {
        revoke(2 + step.revokes() % (newest - 1));
      }
      for (int release = 1; release <= newest; release++) {
        assertThat(published(release)).as("release %d", release).isEqualTo(states.get(release));
      }
      assertThat(ends("k.until"))
          .isNotEmpty()
          .isEqualTo(ends("(select max(t.until) from focus_area t where t.record = k.id)"));
    }
  }

  private void deliver(List<String> names) throws IOException, SQLException {
    Map<String, String> state = new TreeMap<>();
    for (int i = 0; i < KEYS.size(); i++) {
      if (!names.get(i).isEmpty()) {
        state.put(KEYS.get(i), names.get(i));
      }
    }
    deliver(city.next(), state);
  }

  /** Besides the named rows, one that changes each time, so that no two deliveries are equal. */
  private void deliver(DeliveryFolder folder, Map<String, String> named)
      throws IOException, SQLException {
    Map<String, String> state = new TreeMap<>(named);
    state.put("net", "Stand " + newest);
    List<String> lines = new ArrayList<>(List.of("key,name_de,position"));
    state.forEach((key, name) -> lines.add(key + "," + name + ",1"));
    folder.table("focus_area", lines.toArray(String[]::new));
    // Named, because a delivery that loses more rows than a few without a word is refused.
    List<String> gone = new ArrayList<>(List.of("table,key,reason"));
    state(newest).keySet().stream()
        .filter(key -> !state.containsKey(key))
        .forEach(key -> gone.add("focus_area," + key + ",entfallen"));
    if (gone.size() > 1) {
      folder.table("withdrawals", gone.toArray(String[]::new));
    }
    city.published(folder);
    keep(state);
  }

  private void revoke(int number) throws IOException, SQLException {
    Map<String, String> state = new TreeMap<>(state(newest));
    Map<String, String> before = state(number - 1);
    Set<String> undone = new HashSet<>();
    changedBy.forEach(
        (key, release) -> {
          if (release == number) {
            undone.add(key);
            Optional.ofNullable(before.get(key))
                .ifPresentOrElse(name -> state.put(key, name), () -> state.remove(key));
          }
        });
    Report report = workshop.publisher(Clock.systemUTC()).revoke(city.key(), number, "Irrtum");
    boolean possible = !undone.isEmpty() && revoked.add(number);
    assertThat(report.outcome()).isEqualTo(possible ? Outcome.PUBLISHED : Outcome.REFUSED);
    if (possible) {
      keep(state);
    }
  }

  private void keep(Map<String, String> state) {
    Map<String, String> before = state(newest);
    newest++;
    Set<String> keys = new HashSet<>(before.keySet());
    keys.addAll(state.keySet());
    keys.stream()
        .filter(
            key ->
                !Optional.ofNullable(before.get(key)).equals(Optional.ofNullable(state.get(key))))
        .forEach(key -> changedBy.put(key, newest));
    states.put(newest, state);
  }

  private Map<String, String> state(int release) {
    return states.getOrDefault(release, Map.of());
  }

  /** Each record with the release that ended it, or is said to have. */
  private List<String> ends(String until) {
    return city.column(
        """
        select k.key || ' ' || %s from record k
        where k.municipality = :municipality
          and k.id in (select record from focus_area) order by k.key
        """
            .formatted(until));
  }

  private Map<String, String> published(int release) {
    Map<String, String> state = new TreeMap<>();
    city.column(
            """
            select k.key || ' ' || t.name_de from focus_area t join record k on k.id = t.record
            join release r on r.municipality = t.municipality and r.number = %d
            where t.municipality = :municipality and t.since <= r.id and t.until > r.id
            """
                .formatted(release))
        .forEach(row -> state.put(row.replaceAll(" .*", ""), row.replaceAll("^\\S+ ", "")));
    return state;
  }
}
