package org.stadtstand.serve.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.stadtstand.FixedDay;
import org.stadtstand.ground.database.TestDatabase;
import org.stadtstand.serve.answer.Answers;
import org.stadtstand.serve.monitoring.LocalCollector.Received;
import org.stadtstand.serve.request.Question;

/** A server with a collector of traces shows what its answers are made of, and nothing of whom. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"ingest.packages=seed-data/duesseldorf", "tracing.share=1"})
@Import(FixedDay.class)
@DirtiesContext
class TracesIT {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final LocalCollector COLLECTOR = new LocalCollector();

  @Autowired private Answers answers;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) {
    registry.add("spring.datasource.url", DATABASE::url);
    registry.add("spring.datasource.username", DATABASE::user);
    registry.add("spring.datasource.password", DATABASE::password);
    registry.add("tracing.collector", COLLECTOR::address);
  }

  @AfterAll
  static void close() {
    COLLECTOR.close();
    DATABASE.close();
  }

  @Test
  void aQuestionHasItsBatchesAndTheseTheirStatements() throws InterruptedException {
    String document =
        "query Geheim($word: String!) { secret: projects(filter: {title: {contains: $word}}) {"
            + " totalCount nodes { hidden: title claims(first: 3) { nodes { saidBy } } } } }";
    Question question = new Question(document, null, Map.of("word", "glasfaser"), null);
    assertThat(answers.ask(question).whole()).isTrue();
    List<Received> spans = awaited("question projects");
    Function<Received, Received> parent =
        span ->
            spans.stream()
                .filter(other -> other.id().equals(span.parent()))
                .findFirst()
                .orElseThrow();
    assertThat(spans).extracting(Received::trace).containsOnly(spans.getFirst().trace());
    assertThat(of(spans, "question")).hasSize(1);
    assertThat(of(spans, "batch"))
        .isNotEmpty()
        .allMatch(batch -> parent.apply(batch).name().equals("question projects"));
    assertThat(of(spans, "statement"))
        .isNotEmpty()
        .allMatch(statement -> statement.name().startsWith("SELECT"))
        .anyMatch(
            statement -> "batch".equals(parent.apply(statement).with().get("stadtstand.step")));
    assertThat(spans.toString())
        .contains("page Project")
        .doesNotContainIgnoringCase("geheim")
        .doesNotContainIgnoringCase("glasfaser")
        .doesNotContain("secret", "hidden");
  }

  private static List<Received> of(List<Received> spans, String step) {
    return spans.stream().filter(span -> step.equals(span.with().get("stadtstand.step"))).toList();
  }

  /** All spans of the trace that begins with a name, which is sent last. */
  private static List<Received> awaited(String name) throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(30));
    while (Instant.now().isBefore(end)) {
      for (Received root : COLLECTOR.spans()) {
        if (root.name().equals(name)) {
          return COLLECTOR.spans().stream()
              .filter(span -> span.trace().equals(root.trace()))
              .toList();
        }
      }
      Thread.sleep(100);
    }
    throw new AssertionError("No trace " + name + " among " + COLLECTOR.spans());
  }
}
