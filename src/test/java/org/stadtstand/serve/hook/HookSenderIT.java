package org.stadtstand.serve.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.stadtstand.ServerTest;
import org.stadtstand.ground.database.HookDatabase;
import org.stadtstand.record.time.Present;
import org.stadtstand.record.time.ReleaseDirectory;
import org.stadtstand.serve.hook.HookReceivers.Heard;
import org.stadtstand.serve.hook.HookTable.Reached;

/** One receiver is told, whatever it does with what it hears; all of them are at a real server. */
@ServerTest
class HookSenderIT {

  private static final String CITY = "duesseldorf";

  private static HookReceivers receivers;

  private final HookTable table;
  private final HookDatabase database;
  private final Present present;

  HookSenderIT(@Autowired HookDatabase database, @Autowired ReleaseDirectory releases) {
    this.database = database;
    this.table = new HookTable(database);
    this.present = releases.present();
  }

  @BeforeAll
  static void start() throws IOException {
    receivers = new HookReceivers();
  }

  @AfterAll
  static void stop() {
    receivers.close();
  }

  @Test
  void aMessageIsSignedSmallAndLeadsOn() throws Exception {
    HookSender sender = told("signed", 2);
    sender.turn(present);
    List<Heard> heard = receivers.at("/signed");
    assertThat(heard).extracting(Heard::number).containsExactly(3, 4);
    assertThat(heard).extracting(Heard::id).doesNotHaveDuplicates();
    for (Heard message : heard) {
      assertThat(message.isGenuine()).as(message.body()).isTrue();
      assertThat(HookReceivers.isRecent(message, Clock.systemUTC().instant())).isTrue();
      assertThat(message.body().length()).isLessThan(1000);
      assertThat(message.json().path("type").asString()).isEqualTo("release.published");
      assertThat(message.json().at("/data/links/page").asString())
          .isEqualTo("https://stadtstand.example/duesseldorf/stand/" + message.number());
    }
    assertThat(sender.delivered()).isEqualTo(2);
    sender.turn(present);
    assertThat(receivers.at("/signed")).as("nothing is said twice").hasSize(2);
  }

  @Test
  void whatFailedIsSentAgainWithItsId() throws Exception {
    receivers.answers("/shaky", 500, 503, 204);
    HookSender sender = told("shaky", 3);
    until(sender, () -> sender.delivered() == 1);
    List<Heard> heard = receivers.at("/shaky");
    assertThat(heard).hasSize(3).extracting(Heard::id).containsOnly(heard.getFirst().id());
    assertThat(heard).extracting(Heard::body).containsOnly(heard.getFirst().body());
    assertThat(heard.getLast().isGenuine()).isTrue();
    assertThat(sender.failures()).isEqualTo(2);
  }

  @Test
  void anotherServerGoesOnAfterARestart() throws Exception {
    receivers.answers("/restart", 500, 200);
    HookSender before = told("restart", 3);
    before.turn(present);
    HookSender after = sender(receiver("restart", local("restart")));
    until(after, () -> after.delivered() == 1);
    assertThat(receivers.at("/restart")).hasSize(2);
    before.turn(present);
    assertThat(receivers.at("/restart")).hasSize(2);
  }

  @Test
  void attemptsAreBounded() {
    receivers.answers("/never", 500);
    HookSender sender = told("never", 3);
    until(sender, () -> sender.givenUp() == 1);
    assertThat(receivers.at("/never")).hasSize(3);
    assertThat(outcomes("never")).containsExactly("GIVEN_UP");
    assertThat(sender.waiting()).isZero();
  }

  @Test
  void whoIsGoneIsToldNothingUntilItHasAnotherAddress() {
    receivers.answers("/gone", 410);
    HookSender sender = told("gone", 1);
    sender.turn(present);
    assertThat(receivers.at("/gone")).as("the others are not tried").hasSize(1);
    assertThat(outcomes("gone")).containsOnly("GIVEN_UP").hasSize(3);
    database.jdbc().sql("update hook.noted set release = 2 where receiver = 'gone'").update();
    sender(receiver("gone", local("gone"))).turn(present);
    assertThat(receivers.at("/gone")).hasSize(1);
    database.jdbc().sql("delete from hook.message where receiver = 'gone'").update();
    database.jdbc().sql("update hook.noted set release = 3 where receiver = 'gone'").update();
    sender(receiver("gone", local("moved"))).turn(present);
    assertThat(receivers.at("/moved")).extracting(Heard::number).containsExactly(4);
  }

  /** Its retries would follow after 50 ms, and two other messages wait as well. */
  @Test
  void whoAsksForAPauseHasOneFromEveryServer() {
    receivers.answers("/busy", 429, 200);
    receivers.says("/busy", "2");
    HookSender sender = told("busy", 1);
    HookSender other = sender(receiver("busy", local("busy")));
    long begun = System.nanoTime();
    sender.turn(present);
    other.turn(present);
    assertThat(receivers.at("/busy")).as("nothing more meanwhile").hasSize(1);
    until(other, () -> other.delivered() == 3);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofSeconds(2));
    assertThat(receivers.at("/busy")).hasSize(4);
    assertThat(sender.failures()).isEqualTo(1);
  }

  @Test
  void aPauseWithoutEndEndsAfterADay() {
    receivers.answers("/endless", 503);
    receivers.says("/endless", "99999999999");
    HookSender sender = told("endless", 3);
    sender.turn(present);
    String left =
        "select extract(epoch from quiet_until - now()) from hook.receiver where name = 'endless'";
    assertThat(database.jdbc().sql(left).query(Double.class).single())
        .isBetween(86_000.0, 86_400.0);
    database
        .jdbc()
        .sql("update hook.receiver set quiet_until = now() where name = 'endless'")
        .update();
    until(sender, () -> receivers.at("/endless").size() == 2);
  }

  @Test
  void redirectsAreNotFollowed() {
    receivers.answers("/redirect", 302);
    HookSender sender = told("redirect", 3);
    sender.turn(present);
    assertThat(receivers.at("/redirect")).hasSize(1);
    assertThat(receivers.at("/elsewhere")).isEmpty();
    assertThat(sender.failures()).isEqualTo(1);
  }

  @Test
  void whoIsSlowIsCutOffAndToldAgain() {
    receivers.hangs("/slow", Duration.ofSeconds(20));
    HookSender sender = told("slow", 3);
    long begun = System.nanoTime();
    sender.turn(present);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    assertThat(sender.failures()).isEqualTo(1);
    until(sender, () -> sender.delivered() == 1);
  }

  /** The same server, by an address that nobody allowed. */
  @Test
  void whatIsInsideIsNotEvenConnectedTo() {
    for (String host : List.of("127.0.0.2", "[::1]")) {
      String path = "/inside" + host.length();
      HookSender sender = told("inside" + host.length(), receivers.url(host, path), 3);
      sender.turn(present);
      assertThat(sender.failures()).isEqualTo(1);
      assertThat(receivers.at(path)).isEmpty();
    }
  }

  @Test
  void whoCannotBeReachedIsAFailureLikeOthers() {
    for (String url :
        List.of(
            "http://127.0.0.1:1/",
            "http://no-such-host.invalid/",
            "https" + local("x").substring(4))) {
      HookSender sender = told("away" + Math.abs(url.hashCode() % 1000), url, 3);
      sender.turn(present);
      assertThat(sender.failures()).as(url).isEqualTo(1);
      assertThat(sender.waiting()).isEqualTo(1);
    }
  }

  @Test
  void aReleaseThatThisServerDoesNotKnowYetWaitsAndCountsNoAttempt() {
    HookSender sender = told("ahead", 4);
    table.note("ahead", CITY, new Reached(5, 0), Set.of(HookEvent.RELEASE));
    sender.turn(present);
    assertThat(receivers.at("/ahead")).isEmpty();
    assertThat(sender.failures()).isZero();
    assertThat(
            database
                .jdbc()
                .sql("select attempts from hook.message where receiver = 'ahead'")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void whoIsNewHearsOnlyOfWhatFollows() {
    HookSender sender = sender(receiver("new", local("new")));
    sender.turn(present);
    assertThat(receivers.at("/new")).isEmpty();
    assertThat(sender.waiting()).isZero();
  }

  @Test
  void oldMessagesAreForgotten() {
    told("old", 2).turn(present);
    assertThat(outcomes("old")).hasSize(2);
    database
        .jdbc()
        .sql("update hook.message set ended_at = now() - interval '31 days' where receiver = 'old'")
        .update();
    assertThat(table.forget(Duration.ofDays(30))).isEqualTo(2);
    assertThat(outcomes("old")).isEmpty();
  }

  private List<String> outcomes(String receiver) {
    return database
        .jdbc()
        .sql("select outcome from hook.message where receiver = :receiver and outcome is not null")
        .param("receiver", receiver)
        .query((row, number) -> row.getString("outcome"))
        .list();
  }

  private void until(HookSender sender, Callable<Boolean> done) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              sender.turn(present);
              return done.call();
            });
  }

  private static String local(String name) {
    return receivers.url("127.0.0.1", "/" + name);
  }

  /** A sender to one who has heard of the releases up to a number. */
  private HookSender told(String name, int release) {
    return told(name, local(name), release);
  }

  private HookSender told(String name, String url, int release) {
    table.meet(name, Map.of(CITY, new Reached(release, 0)));
    return sender(receiver(name, url));
  }

  private static HookSettings.Receiver receiver(String name, String url) {
    return new HookSettings.Receiver(
        name, URI.create(url), HookReceivers.SECRET, null, List.of(CITY), Set.of());
  }

  private HookSender sender(HookSettings.Receiver receiver) {
    HookSettings settings =
        new HookSettings(
            List.of(receiver),
            List.of("127.0.0.1"),
            Duration.ofSeconds(2),
            3,
            Duration.ofMillis(50),
            Duration.ofDays(30));
    return new HookSender(
        receiver,
        SigningSecrets.parse(HookReceivers.SECRET),
        settings,
        table,
        new HookBodies("https://stadtstand.example"),
        Clock.systemUTC());
  }
}
