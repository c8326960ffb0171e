package org.stadtstand.serve.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;

/** Each caller has a budget, which refills over time. */
class RateLimitTests {

  /** The SHA-256 of "secret". */
  private static final String SHA256 =
      "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b";

  private final AtomicLong nanos = new AtomicLong();
  private final RateLimit limit = limit(100);

  @Test
  void takesThePriceAndSaysWhatIsLeft() {
    Budget budget = budget("192.0.2.1");
    assertThat(fields(budget)).isEmpty();
    budget.pay(40);
    assertThat(fields(budget))
        .containsEntry("RateLimit-Policy", "\"address\";q=100;w=60")
        .containsEntry("RateLimit", "\"address\";r=60;t=24")
        .doesNotContainKey("Retry-After");
  }

  @Test
  void refusesWhoHasSpentAllUntilThereIsEnoughAgain() {
    budget("192.0.2.1").pay(90);
    Budget second = budget("192.0.2.1");
    assertThatThrownBy(() -> second.pay(25))
        .isInstanceOfSatisfying(
            ApiError.class,
            error -> assertThat(error.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS));
    assertThat(fields(second))
        .containsEntry("RateLimit", "\"address\";r=10;t=9")
        .containsEntry("Retry-After", "9");
    nanos.addAndGet(Duration.ofSeconds(9).toNanos());
    budget("192.0.2.1").pay(25);
  }

  @Test
  void aQuestionDearerThanTheWholeBudgetCanBePaidWithAllOfIt() {
    Budget budget = budget("192.0.2.1");
    budget.pay(100_000);
    assertThat(fields(budget)).containsEntry("RateLimit", "\"address\";r=0;t=60");
  }

  @Test
  void whatIsReservedAndNotUsedIsGivenBack() {
    Budget budget = budget("192.0.2.1");
    budget.pay(1);
    budget.reserve(80);
    assertThatThrownBy(() -> budget("192.0.2.1").pay(20))
        .as("while it is reserved, nobody else can have it")
        .isInstanceOf(ApiError.class);
    budget.use(3, 250);
    budget.write(10_001);
    assertThat(fields(budget)).containsEntry("RateLimit", "\"address\";r=92;t=5");
    budget("192.0.2.1").pay(92);
  }

  @Test
  void moreThanWasReservedIsOwedAndThenTheNextRequestIsRefused() {
    Budget budget = budget("192.0.2.1");
    budget.reserve(10);
    budget.write(5_000_000);
    assertThat(fields(budget)).containsEntry("RateLimit", "\"address\";r=0;t=60");
    assertThatThrownBy(() -> budget("192.0.2.1").pay(1)).isInstanceOf(ApiError.class);
  }

  @Test
  void workOfOneRequestIsReservedAsItComes() {
    Budget budget = budget("192.0.2.1");
    for (int page = 0; page < 10; page++) {
      budget.reserve(50);
      budget.use(4, 0);
    }
    assertThat(fields(budget)).containsEntry("RateLimit", "\"address\";r=60;t=24");
  }

  @Test
  void othersAreNotConcerned() {
    budget("192.0.2.1").pay(100);
    budget("198.51.100.1").pay(100);
    budget("2001:db8:1:100::1").pay(100);
    budget("2001:db8:1:200::1").pay(100);
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.255",
    "2001:db8:1:2::1, 2001:db8:1:ff:1:2:3:4",
    "::ffff:192.0.2.7, 192.0.2.9"
  })
  void oneNetworkSharesOneBudget(String one, String other) {
    budget(one).pay(100);
    assertThatThrownBy(() -> budget(other).pay(1)).isInstanceOf(ApiError.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "unknown", "example.org", "1.2.3.4.5", "<script>", "::1::"})
  void whoIsNobodySharesOneBudgetToo(String address) {
    limit.budget(request("nobody")).pay(100);
    assertThatThrownBy(() -> budget(address).pay(1)).isInstanceOf(ApiError.class);
  }

  @Test
  void whoSendsAKeyHasABudgetOfItsOwn() {
    budget("192.0.2.1").pay(100);
    Budget budget = limit.budget(withKey("secret"));
    budget.pay(500);
    assertThat(fields(budget)).containsEntry("RateLimit", "\"civic app\";r=500;t=30");
    assertThatThrownBy(() -> limit.budget(withKey("guess")).pay(1))
        .as("a malformed key is no key")
        .isInstanceOf(ApiError.class);
  }

  @Test
  void withoutALimitNothingIsTaken() {
    Budget budget = limit(0).budget(request("192.0.2.1"));
    budget.pay(1_000_000);
    assertThat(fields(budget)).isEmpty();
  }

  @Test
  void moreIsNeverSpentThanThereIsHoweverManyAskAtOnce() {
    long paid =
        IntStream.range(0, 1000)
            .parallel()
            .filter(
                n -> {
                  try {
                    budget("192.0.2." + n % 256).pay(7);
                    return true;
                  } catch (ApiError refused) {
                    return false;
                  }
                })
            .count();
    assertThat(paid).isEqualTo(100 / 7);
  }

  @Test
  void aNetworkHasItsShareOfStoresInEachMinute() {
    store("192.0.2.1", "192.0.2.2", "192.0.2.200");
    refusesToStore("192.0.2.9");
    store("192.0.3.9", "2001:db8:1:100::1", "2001:db8:1:1ff::2", "2001:db8:1:101:0:0:0:9");
    refusesToStore("2001:db8:1:102::3");
    store("2001:db8:1:200::1");
    nanos.addAndGet(Duration.ofMinutes(1).toNanos());
    store("192.0.2.9", "2001:db8:1:102::3");
  }

  @Test
  void allTogetherHaveTheirShareOfStores() {
    for (int network = 0; network < 60; network++) {
      store("10.0." + network + ".1");
    }
    refusesToStore("10.1.0.1");
    nanos.addAndGet(Duration.ofMinutes(1).toNanos());
    store("10.1.0.1");
  }

  @Test
  void whoMayStoreNoMoreMayStillAsk() {
    store("192.0.2.1", "192.0.2.1", "192.0.2.1");
    refusesToStore("192.0.2.1");
    budget("192.0.2.1").pay(100);
  }

  private void store(String... addresses) {
    for (String address : addresses) {
      limit.countStored(address);
    }
  }

  private void refusesToStore(String address) {
    assertThatThrownBy(() -> limit.countStored(address))
        .isInstanceOfSatisfying(
            ApiError.class, error -> assertThat(error.code()).isEqualTo(ErrorCode.STORE_FULL));
  }

  private Budget budget(String address) {
    return limit.budget(request(address));
  }

  private static Map<String, String> fields(Budget budget) {
    MockHttpServletResponse response = new MockHttpServletResponse();
    budget.report(response);
    return response.getHeaderNames().stream()
        .collect(Collectors.toMap(name -> name, name -> String.valueOf(response.getHeader(name))));
  }

  private static MockHttpServletRequest request(String address) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr(address);
    return request;
  }

  private static MockHttpServletRequest withKey(String key) {
    MockHttpServletRequest request = request("192.0.2.1");
    request.addHeader("Api-Key", key);
    return request;
  }

  private RateLimit limit(long units) {
    return new RateLimit(
        new RateSettings(
            units,
            Duration.ofMinutes(1),
            1000,
            3,
            List.of(new RateSettings.Key("civic app", SHA256, 1000)),
            "",
            Duration.ZERO),
        new TimeMeter() {
          @Override
          public long currentTimeNanos() {
            return nanos.get();
          }

          @Override
          public boolean isWallClockBased() {
            return false;
          }
        });
  }
}
