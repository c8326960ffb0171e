package org.stadtstand.graph.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.stadtstand.graph.changes.ChangingCity.Move;
import tools.jackson.databind.JsonNode;

/**
 * A question about a city that is asked of two servers, one of which only reads rows: after each
 * release of a history, in all of its states, and in all of them again once something was withheld.
 *
 * @param asked the document, with places for the city, the moment and the day
 * @param ready makes sure that the other server has at hand what it answers from
 * @param withhold withholds something of the project with a key
 */
record HistoryWalk(
    String asked, Consumer<ChangingCity> ready, BiConsumer<ChangingCity, String> withhold) {

  /**
   * Fails where the two answer differently.
   *
   * @param day after the first one, about which, and the one before and after, is asked
   * @param project the place of the project of which something is withheld
   */
  void compare(List<List<Move>> history, int day, int project) throws Exception {
    ChangingCity city = new ChangingCity();
    for (List<Move> moves : history) {
      city.publish(moves);
      // What is at hand of an earlier release must not answer for this one.
      compare(city, city.release(), ChangingCity.FIRST_DAY.plusDays(day));
    }
    everyState(city, day);
    List<String> keys = List.copyOf(city.now().keys("PROJECT"));
    if (!keys.isEmpty()) {
      withhold.accept(city, keys.get(project % keys.size()));
      everyState(city, day);
    }
  }

  private void everyState(ChangingCity city, int day) {
    ready.accept(city);
    for (int release = 1; release <= city.release(); release++) {
      for (int offset = -1; offset <= 1; offset++) {
        compare(city, release, ChangingCity.FIRST_DAY.plusDays(day + offset));
      }
    }
  }

  private void compare(ChangingCity city, int release, LocalDate on) {
    String document = document(asked, city, release, on);
    JsonNode own = OwnServer.questions().ask(document);
    JsonNode other = OwnServer.withoutSheets().ask(document);
    assertThat(own.toString()).as(document).isEqualTo(other.toString());
    assertThat(own.has("errors")).as(own.toString()).isFalse();
  }

  /** About the state that was known when a release was the newest. */
  static String document(String asked, ChangingCity city, int release, LocalDate on) {
    return asked.formatted(city.key, city.days.get(release), on);
  }
}
