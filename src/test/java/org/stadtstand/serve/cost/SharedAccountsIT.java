package org.stadtstand.serve.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.bucket4j.TimeMeter;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/** Two servers and a real Redis: one budget for both, and none the less an answer without it. */
class SharedAccountsIT {

  private static final Path PROGRAM =
      Stream.of("/usr/bin/redis-server", "/usr/bin/valkey-server")
          .map(Path::of)
          .filter(Files::isExecutable)
          .findFirst()
          .orElse(Path.of("/usr/bin/redis-server"));

  private static final Pattern LEFT = Pattern.compile("r=(\\d+)");
  private static final Pattern COMMANDS = Pattern.compile("total_commands_processed:(\\d+)");

  @TempDir private Path folder = Path.of("");
  private int port;
  private @Nullable Process store;
  private @Nullable RateLimit one;
  private @Nullable RateLimit other;

  @BeforeEach
  void start() throws IOException {
    assumeTrue(
        Files.isExecutable(PROGRAM), "redis-server is not there; budgets of several are untested");
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    begin();
    one = server(100);
    other = server(100);
  }

  private void begin() throws IOException {
    store =
        new ProcessBuilder(
                PROGRAM.toString(),
                "--port",
                String.valueOf(port),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--dir",
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("redis.log").toFile())
            .start();
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(this::accepts);
  }

  private boolean accepts() {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  /** One that waits for the store as long as a busy machine can make it wait. */
  private RateLimit server(long units) {
    return server(units, Duration.ofSeconds(15));
  }

  private RateLimit server(long units, Duration patience) {
    return new RateLimit(
        new RateSettings(
            units, Duration.ofHours(1), 1000, 3, List.of(), "redis://127.0.0.1:" + port, patience),
        TimeMeter.SYSTEM_NANOTIME);
  }

  @AfterEach
  void stop() throws Exception {
    if (one != null && other != null) {
      one.destroy();
      other.destroy();
    }
    kill();
  }

  private void kill() throws InterruptedException {
    if (store != null) {
      store.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void whatIsSpentAtOneServerIsMissingAtTheOther() {
    pay(one, "192.0.2.1", 70);
    assertThatThrownBy(() -> pay(other, "192.0.2.1", 40))
        .isInstanceOfSatisfying(
            ApiError.class,
            error -> assertThat(error.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS));
    pay(other, "192.0.2.1", 30);
    assertThatThrownBy(() -> pay(one, "192.0.2.1", 2)).isInstanceOf(ApiError.class);
    pay(one, "198.51.100.1", 90);
  }

  @Test
  void whatIsGivenBackAtOneServerIsThereAtTheOther() {
    Budget budget = budget(one, "192.0.2.1");
    budget.reserve(90);
    budget.use(10, 0);
    budget.settle();
    pay(other, "192.0.2.1", 85);
    assertThatThrownBy(() -> pay(one, "192.0.2.1", 10)).isInstanceOf(ApiError.class);
  }

  /** A portion is a hundredth: ten units of a thousand. */
  @Test
  void mostRequestsAskNobodyAndTogetherSpendAPortionTooMuchAtMost() throws Exception {
    RateLimit first = server(1000);
    RateLimit second = server(1000);
    try {
      pay(first, "192.0.2.7", 1);
      pay(second, "192.0.2.7", 1);
      long before = commands();
      int paid = 2;
      while (paidOne(first) && paidOne(second)) {
        paid += 2;
      }
      // Within a second no more than one unit comes back.
      assertThat(paid).isBetween(1000 - 20, 1000 + 20 + 2);
      assertThat(commands() - before).as("exchanges for %d requests", paid).isLessThan(paid / 2);
      Thread.sleep(600);
      assertThatThrownBy(() -> pay(first, "192.0.2.7", 5)).isInstanceOf(ApiError.class);
      assertThatThrownBy(() -> pay(second, "192.0.2.7", 5)).isInstanceOf(ApiError.class);
    } finally {
      first.destroy();
      second.destroy();
    }
  }

  /** Asked for much, answered from little: as of most questions. */
  @Test
  void whatIsGivenBackIsSpentBeforeTheStoreIsAsked() throws Exception {
    RateLimit server = server(100_000);
    RateLimit elsewhere = server(100_000);
    try {
      pay(server, "192.0.2.8", 1);
      long before = commands();
      for (int i = 0; i < 40; i++) {
        Budget budget = budget(server, "192.0.2.8");
        budget.reserve(200);
        budget.use(10, 0);
        budget.settle();
      }
      assertThat(commands() - before).isLessThan(20);
      // Some thirty come back in a second.
      assertThat(left(server)).isBetween(100_000L - 402, 100_000L - 200);
      assertThat(left(elsewhere)).isBetween(100_000L - 402 - 1000, 100_000L);
    } finally {
      server.destroy();
      elsewhere.destroy();
    }
  }

  @Test
  void theStoreHoldsNoAddress() throws Exception {
    pay(one, "192.0.2.1", 70);
    Process keys = new ProcessBuilder("redis-cli", "-p", String.valueOf(port), "keys", "*").start();
    String printed = new String(keys.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(printed).contains("stadtstand:").doesNotContain("192.0.2");
  }

  @Test
  void aStoreThatHangsStopsNoAnswerAndIsTakenBack() throws Exception {
    pay(other, "192.0.2.1", 70);
    RateLimit hasty = server(100, Duration.ofSeconds(1));
    try {
      signal("STOP");
      long begun = System.nanoTime();
      for (int i = 0; i < 20; i++) {
        pay(hasty, "192.0.2.1", 3);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(4));
      signal("CONT");
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .pollInterval(Duration.ofSeconds(1))
          .untilAsserted(
              () ->
                  assertThatThrownBy(() -> pay(hasty, "192.0.2.1", 35))
                      .isInstanceOf(ApiError.class));
    } finally {
      hasty.destroy();
    }
  }

  @Test
  void aStoreThatIsAwayAtTheStartIsFoundLater() throws Exception {
    kill();
    RateLimit third = server(100);
    try {
      pay(third, "192.0.2.1", 60);
      assertThatThrownBy(() -> pay(third, "192.0.2.1", 60))
          .as("it counts")
          .isInstanceOf(ApiError.class);
      begin();
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .pollInterval(Duration.ofSeconds(1))
          .ignoreExceptions()
          .untilAsserted(() -> pay(third, "192.0.2.1", 60));
    } finally {
      third.destroy();
    }
  }

  private static boolean paidOne(RateLimit limit) {
    try {
      pay(limit, "192.0.2.7", 1);
      return true;
    } catch (ApiError refused) {
      return false;
    }
  }

  /** What a server tells the caller of what is left, which takes a unit. */
  private static long left(RateLimit limit) {
    Budget budget = budget(limit, "192.0.2.8");
    budget.pay(1);
    MockHttpServletResponse response = new MockHttpServletResponse();
    budget.report(response);
    Matcher told = LEFT.matcher(String.valueOf(response.getHeader("RateLimit")));
    assertThat(told.find()).isTrue();
    return Long.parseLong(told.group(1));
  }

  /** What the store was asked since it was started. */
  private long commands() throws IOException {
    Process info =
        new ProcessBuilder("redis-cli", "-p", String.valueOf(port), "info", "stats").start();
    String printed = new String(info.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher counted = COMMANDS.matcher(printed);
    assertThat(counted.find()).as(printed).isTrue();
    return Long.parseLong(counted.group(1));
  }

  private void signal(String name) throws Exception {
    if (store != null) {
      new ProcessBuilder("kill", "-" + name, String.valueOf(store.pid())).start().waitFor();
    }
  }

  private static void pay(@Nullable RateLimit limit, String address, long price) {
    budget(limit, address).pay(price);
  }

  private static Budget budget(@Nullable RateLimit limit, String address) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr(address);
    return Objects.requireNonNull(limit).budget(request);
  }
}
