package org.stadtstand.graph.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.stadtstand.TestConsole;
import org.stadtstand.graph.changes.ChangingCity.Kind;
import org.stadtstand.graph.changes.ChangingCity.Move;
import org.stadtstand.serve.link.Web;

/** Who follows a city hears of a redaction, and gets nothing more of what was withheld. */
class RedactedFeedIT {

  private static final Pattern ENTRY =
      Pattern.compile("(?s)<entry><id>([^<]+)</id>.*?<updated>([^<]+)</updated>");
  private static final String WORDS = "Title 1";

  private final ChangingCity city = new ChangingCity();

  @Test
  void entriesAreIssuedAgainUnderTheirIds() throws Exception {
    city.publish(List.of(new Move(Kind.LIST, 1, 2)));
    city.publish(List.of(new Move(Kind.LIST, 0, 1)));
    String list = "{ projects(municipality: \"%s\") { nodes { key title } } }".formatted(city.key);
    String changes = "/feed/" + city.key + "/changes.atom";
    String answer = Web.carried(list) + ".atom";
    Map<String, String> changesBefore = entries(changes, true);
    Map<String, String> answersBefore = entries(answer, true);
    assertThat(answersBefore).hasSize(2);

    OwnServer.nextDay();
    withhold();

    Map<String, String> changesSince = entries(changes, false);
    Map<String, String> answersSince = entries(answer, false);
    assertThat(changesSince).containsOnlyKeys(changesBefore.keySet());
    changesBefore.forEach((id, updated) -> assertThat(changesSince.get(id)).isGreaterThan(updated));
    assertThat(answersSince).containsOnlyKeys(answersBefore.keySet());
    answersBefore.forEach((id, updated) -> assertThat(answersSince.get(id)).isGreaterThan(updated));
  }

  private static Map<String, String> entries(String path, boolean withWords) {
    String body = new Web(OwnServer.port()).get(path).body();
    assertThat(body.contains(WORDS)).as(body).isEqualTo(withWords);
    Map<String, String> entries = new TreeMap<>();
    ENTRY.matcher(body).results().forEach(each -> entries.put(each.group(1), each.group(2)));
    assertThat(entries).as(body).isNotEmpty();
    return entries;
  }

  private void withhold() {
    new TestConsole(OwnServer.application()).withhold(city.key, "project", "p-0", "title_de");
  }
}
