package org.stadtstand.serve.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.TestConsole;
import org.stadtstand.ground.database.TestDatabase;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.record.time.Present;
import org.stadtstand.serve.request.CanonicalQuestion;
import org.stadtstand.serve.request.CompressedText;
import org.stadtstand.serve.request.Question;

/** How long stored questions are kept, and how an operator blocks one. */
class LinkKeepingIT {

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final LinkSettings SETTINGS =
      new LinkSettings(
          "", 2000, 1000, 1000, 20000, 100, Duration.ofDays(30), Duration.ofSeconds(10));
  private static final CanonicalQuestion WORDING =
      CanonicalQuestion.of(Question.now("{ targets { totalCount } }"));

  private final QuestionTable table = new QuestionTable(DATABASE.links(), DATABASE.publishing());
  private final JdbcClient jdbc = DATABASE.publishing().jdbc();
  private Instant now = Instant.parse("2026-11-22T11:00:00Z");
  private final Clock clock = ((InstantSource) () -> now).withZone(Present.ZONE);
  private final TestConsole console =
      new TestConsole(new StaticListableBeanFactory(Map.of("table", table, "clock", clock)));
  private final UsageLog uses = new UsageLog(table, SETTINGS, clock);

  @BeforeEach
  void storeOne() {
    for (String all : List.of("citation", "block", "question")) {
      jdbc.sql("delete from link." + all).update();
    }
    assertThat(table.store(WORDING.id(), WORDING.content(), LocalDate.now(clock))).isTrue();
    assertThat(table.store(WORDING.id(), WORDING.content(), LocalDate.now(clock))).isFalse();
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void whatNobodyUsedForThirtyDaysIsForgotten() {
    now = now.plus(Duration.ofDays(30));
    uses.forget();
    assertThat(table.content(WORDING.id())).contains(WORDING.content());
    now = now.plus(Duration.ofDays(1));
    uses.forget();
    assertThat(table.content(WORDING.id())).isEmpty();
  }

  @Test
  void whatWasUsedIsKept() {
    now = now.plus(Duration.ofDays(20));
    uses.note(WORDING.id());
    uses.note(WORDING.id());
    assertThat(usedOn()).isEqualTo(LocalDate.of(2026, 11, 22));
    uses.write();
    assertThat(usedOn()).isEqualTo(LocalDate.of(2026, 12, 12));
    now = now.plus(Duration.ofDays(29));
    uses.forget();
    assertThat(table.content(WORDING.id())).isPresent();
  }

  @Test
  void aUseThatIsNotWrittenYetCountsToo() {
    now = now.plus(Duration.ofDays(31));
    uses.note(WORDING.id());
    uses.forget();
    assertThat(table.content(WORDING.id())).isPresent();
  }

  @Test
  void aCitedQuestionIsKeptForEver() {
    jdbc.sql(
            """
            insert into link.citation
              (number, question, municipality, release, day, data, cited_on, hash)
            values (1, :id, 'duesseldorf', 4, '2026-01-31', :hash, '2026-11-22', :hash)
            """)
        .param("id", WORDING.id())
        .param("hash", "0".repeat(64))
        .update();
    now = now.plus(Duration.ofDays(3650));
    uses.forget();
    assertThat(table.content(WORDING.id())).isPresent();
  }

  @Test
  void anOperatorBlocksALinkHoweverItIsWritten() {
    Blocks blocks = new Blocks(table);
    String carried = CompressedText.write(WORDING.content());
    for (String link :
        new String[] {
          WORDING.id(), "https://a.example/q/" + WORDING.id() + "@4", carried, "/q/" + carried
        }) {
      assertThat(run("block-link", link, "--reason", "Beleidigung")).isZero();
      assertThat(console.printed()).isEqualTo("Blocked: " + WORDING.id() + "\n");
      blocks.read();
      assertThatThrownBy(() -> blocks.refuse(WORDING.id()))
          .isInstanceOf(ApiError.class)
          .hasMessageContaining("Beleidigung");
      assertThat(run("unblock-link", link)).isZero();
    }
    assertThat(run("unblock-link", WORDING.id())).isEqualTo(1);
    blocks.read();
    blocks.refuse(WORDING.id());
  }

  @Test
  void commandsThatAreNotUnderstoodBlockNothing() {
    assertThat(run("block-link", WORDING.id())).isEqualTo(2);
    assertThat(run("block-link", WORDING.id(), "--reason= ")).isEqualTo(2);
    assertThat(run("block-link", "--reason=x")).isEqualTo(2);
    assertThat(run("block-link", "ziele-2025", "--reason=x")).isEqualTo(1);
    assertThat(run("block-link", "~damaged", "--reason=x")).isEqualTo(1);
    assertThat(run("block-link", "'; drop table link.block", "--reason=x")).isEqualTo(1);
    assertThat(table.blocked()).isEmpty();
  }

  private int run(String... arguments) {
    return console.run(arguments);
  }

  private LocalDate usedOn() {
    return jdbc.sql("select used_on from link.question").query(LocalDate.class).single();
  }
}
