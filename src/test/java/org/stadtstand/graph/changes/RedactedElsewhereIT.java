package org.stadtstand.graph.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stadtstand.TestConsole;
import org.stadtstand.graph.changes.ChangingCity.Kind;
import org.stadtstand.graph.changes.ChangingCity.Move;
import org.stadtstand.record.cache.AnswerCache;
import org.stadtstand.record.cache.Caches;
import org.stadtstand.record.cache.ResultCache;
import org.stadtstand.record.sheets.HeldSheets;
import org.stadtstand.record.sheets.Sheets;
import org.stadtstand.record.time.RecordRedacted;
import org.stadtstand.serve.link.Web;

/** Two servers: what one withholds, the other has forgotten once it has looked for releases. */
class RedactedElsewhereIT {

  private static final String WORDS = "Title 1";

  /** {@code history.poll} by default, and two seconds for the looking itself on a busy machine. */
  private static final Duration LOOKED = Duration.ofSeconds(3);

  private final ChangingCity city = new ChangingCity();
  private final Sheets sheets = OwnServer.application().getBean(Sheets.class);
  private String question = "";

  @BeforeEach
  void publishAndAsk() throws Exception {
    city.publish(List.of(new Move(Kind.LIST, 0, 1), new Move(Kind.LIST, 1, 2)));
    String list = "{ projects(municipality: \"%s\") { nodes { key title } } }";
    question = Web.carried(list.formatted(city.key));
    assertThat(answer()).contains(WORDS);
    assertThat(answer()).contains(WORDS);
    assertThat(HeldSheets.contain(sheets, city.key, WORDS)).isTrue();
  }

  @Test
  void noLaterAnswerHasTheWords() {
    withhold();
    long withheld = System.nanoTime();
    int later = 0;
    int withWords = 0;
    for (Duration begun = Duration.ZERO;
        begun.compareTo(LOOKED.plusSeconds(1)) < 0;
        begun = Duration.ofNanos(System.nanoTime() - withheld)) {
      boolean hasWords = answer().contains(WORDS);
      if (begun.compareTo(LOOKED) > 0) {
        later++;
        withWords += hasWords ? 1 : 0;
      }
    }
    assertThat(later).as("answers after the other server has looked").isPositive();
    assertThat(withWords).as("of %d answers", later).isZero();
    assertThat(HeldSheets.has(sheets, city.key)).isTrue();
    assertThat(HeldSheets.contain(sheets, city.key, WORDS)).isFalse();
  }

  @Test
  void theMemoryIsFreeOfThemWithoutAnybodyAsking() throws InterruptedException {
    ResultCache results = OwnServer.application().getBean(ResultCache.class);
    AnswerCache answers = OwnServer.application().getBean(AnswerCache.class);
    assertThat(Caches.areEmpty(results, answers)).isFalse();
    withhold();
    Thread.sleep(LOOKED);
    assertThat(HeldSheets.has(sheets, city.key)).isFalse();
    assertThat(Caches.areEmpty(results, answers)).isTrue();
  }

  @Test
  void aSheetThatKnowsOfItStaysWhenItIsToldAgain() throws InterruptedException {
    withhold();
    Thread.sleep(LOOKED);
    assertThat(answer()).doesNotContain(WORDS);
    assertThat(HeldSheets.has(sheets, city.key)).isTrue();
    OwnServer.application().publishEvent(new RecordRedacted(city.key));
    assertThat(HeldSheets.has(sheets, city.key)).isTrue();
  }

  private String answer() {
    return new Web(OwnServer.port()).get(question).body();
  }

  private void withhold() {
    new TestConsole(OwnServer.other()).withhold(city.key, "project", "p-0", "title_de");
  }
}
