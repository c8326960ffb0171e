package org.stadtstand.city.publicservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.stadtstand.Questions;
import org.stadtstand.ServerTest;
import org.stadtstand.record.declaration.Ledger;
import tools.jackson.databind.JsonNode;

/**
 * How often services were used in the last year of which it is known, and how much of it online.
 */
@ServerTest
class ServiceTakeUpIT {

  @Autowired private Questions questions;

  private final Ledger ledger = new Ledger();
  private int service;
  private int last;
  private int rows;

  /** Publishes numbers, each as channel, from, to, count, qualifier and ordinal. */
  private void used(String... numbers) {
    if (service == 0) {
      ledger.publish(() -> service = ledger.add("public_service", "s"));
    }
    last = ledger.publish(() -> List.of(numbers).forEach(this::add));
  }

  private void add(String number) {
    String[] parts = number.split(" ");
    ledger.add(
        "service_usage",
        "u" + ++rows,
        "service",
        service,
        "channel",
        parts[0],
        "from_on",
        parts[1],
        "to_on",
        parts[2],
        "count",
        Integer.valueOf(parts[3]),
        "qualifier",
        parts[4],
        "ordinal",
        Integer.valueOf(parts[5]));
  }

  private String on(String day) {
    Map<String, @Nullable Object> period = ledger.at("service_usage_period", service, last, day);
    return "%s: %s of %s, %s%s"
        .formatted(
            period.get("year"),
            period.get("online"),
            period.get("total"),
            period.get("online_share"),
            Boolean.TRUE.equals(period.get("rough")) ? " or so" : "");
  }

  private static final String NOTHING = "null: null of null, null";

  @Test
  void aYearCountsFromItsLastDayToThatOfTheNext() {
    used("ALL 2023-01-01 2023-12-31 300 EXACT 0", "ONLINE 2023-01-01 2023-12-31 100 EXACT 0");
    used("ONLINE 2024-01-01 2024-12-31 150 ABOUT 0");

    assertThat(on("2023-12-30")).isEqualTo(NOTHING);
    assertThat(on("2023-12-31")).isEqualTo("2023: 100 of 300, 33.33");
    assertThat(on("2024-01-01")).isEqualTo("2023: 100 of 300, 33.33");
    assertThat(on("2024-12-30")).isEqualTo("2023: 100 of 300, 33.33");
    assertThat(on("2024-12-31")).isEqualTo("2024: 150 of null, null or so");
    assertThat(on("2025-01-01")).isEqualTo("2024: 150 of null, null or so");
    used("ALL 2024-01-01 2024-12-31 200 EXACT 0");
    assertThat(on("2025-01-01")).isEqualTo("2024: 150 of 200, 75 or so");
  }

  @ParameterizedTest
  @CsvSource({
    "ALL, 2024-01-01, 2024-06-30",
    "ALL, 2024-07-01, 2024-12-31",
    "ALL, 2023-01-01, 2024-12-31",
    "ALL, 2023-07-01, 2024-06-30",
    "OFFICE, 2024-01-01, 2024-12-31"
  })
  void nothingButCalendarYearsOfAllOrOnlineCounts(String channel, String from, String to) {
    used("%s %s %s 300 EXACT 0".formatted(channel, from, to));

    assertThat(on("2025-06-01")).isEqualTo(NOTHING);
  }

  @Test
  void ofTwoNumbersForAYearTheHigherOrdinalCountsAndNothingHasNoShare() {
    used("ALL 2024-01-01 2024-12-31 0 EXACT 1", "ALL 2024-01-01 2024-12-31 9 EXACT 0");
    used("ONLINE 2024-01-01 2024-12-31 0 EXACT 0");

    assertThat(on("2024-12-31")).isEqualTo("2024: 0 of 0, null");
  }

  @Test
  void aWithdrawnServiceIsNotUsed() {
    used("ALL 2024-01-01 2024-12-31 9 EXACT 0");
    last = ledger.publish(() -> ledger.end("public_service", service));

    assertThat(on("2024-12-31")).isEqualTo(NOTHING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ", on: \"2024-12-30\"", ", on: \"2024-12-31\"", ", knownAt: \"2024-12-31\""})
  void itIsWhatAReaderOfTheNumbersWouldSay(String state) {
    List<JsonNode> services = new ArrayList<>();
    JsonNode page =
        questions
            .data(
                "{ services(municipality: \"musterstadt\", first: 200%s) { nodes { key usageYear usageTotal usageOnline onlineShareCitation onlineShare usage(first: 200) { nodes { from to channel count } } } } }"
                    .formatted(state))
            .at("/services/nodes");
    page.forEach(services::add);
    assertThat(services).anyMatch(one -> !one.get("onlineShare").isNull());
    for (JsonNode one : services) {
      int year =
          one.at("/usage/nodes")
              .valueStream()
              .filter(ServiceTakeUpIT::isOfAYear)
              .mapToInt(number -> Integer.parseInt(number.get("to").asString().substring(0, 4)))
              .max()
              .orElse(0);
      assertThat(one.get("usageYear").asInt(0)).isEqualTo(year);
      assertThat(one.get("usageTotal").asInt(-1)).isEqualTo(count(one, year, "ALL"));
      assertThat(one.get("usageOnline").asInt(-1)).isEqualTo(count(one, year, "ONLINE"));
      assertThat(one.get("onlineShareCitation").isNull())
          .isEqualTo(one.get("onlineShare").isNull());
    }
  }

  private static boolean isOfAYear(JsonNode number) {
    String year = number.get("to").asString().substring(0, 4);
    return number.get("from").asString().equals(year + "-01-01")
        && number.get("to").asString().equals(year + "-12-31")
        && List.of("ALL", "ONLINE").contains(number.get("channel").asString());
  }

  private static int count(JsonNode service, int year, String channel) {
    return service
        .at("/usage/nodes")
        .valueStream()
        .filter(ServiceTakeUpIT::isOfAYear)
        .filter(number -> number.get("channel").asString().equals(channel))
        .filter(number -> number.get("to").asString().startsWith(String.valueOf(year)))
        .mapToInt(number -> number.get("count").asInt())
        .reduce(-1, (one, next) -> next);
  }

  @Test
  void theNewsroomsRankingOf2024HasItsAnswer() {
    JsonNode data =
        questions.data(
            """
            { services(municipality: "musterstadt", on: "2024-12-31", first: 5,
                filter: {usageYear: {eq: 2024}, usageOnline: {isNull: false}},
                orderBy: [{field: ONLINE_SHARE, direction: DESC}]) {
                totalCount nodes { onlineShare } aggregates { onlineShare { known sum } } } }
            """);
    assertThat(data.at("/services/totalCount").asInt()).isEqualTo(132);
    assertThat(data.at("/services/aggregates/onlineShare/known").asInt()).isEqualTo(75);
    assertThat(data.at("/services/aggregates/onlineShare/sum").isNull()).isTrue();
    assertThat(
            data.at("/services/nodes").valueStream().map(one -> one.get("onlineShare").asString()))
        .containsExactly("54", "52.96", "51.98", "50.95", "48.99");
  }
}
