package org.stadtstand.city.publicservice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which conditions of a filter remain when the services without an assessment are counted. */
class UnassessedFilterTests {

  private static final Map<String, Object> NEVER = Map.of("endToEnd", Map.of("isNull", true));
  private static final Map<String, Object> ONLINE =
      Map.of("onlineApplication", Map.of("eq", "YES"));
  private static final Map<String, Object> BUILDING = Map.of("theme", Map.of("eq", "Bauen"));

  private static Map<String, Object> also(Map<String, Object> filter) {
    return Map.of("and", List.of(filter, NEVER));
  }

  @Test
  void withoutAFilterAllAreCountedThatWereNeverAssessed() {
    assertThat(UnassessedFilter.filter(Map.of())).isEqualTo(NEVER);
  }

  @Test
  void conditionsOnAssessmentsAreLeftOut() {
    Map<String, Object> filter = new HashMap<>(BUILDING);
    filter.putAll(ONLINE);
    filter.put("endToEnd", Map.of("in", List.of("NO", "PARTLY")));
    filter.put("maturityModel", Map.of("eq", "OZG_1_1"));
    filter.put("maturityLevel", Map.of("gte", 3));
    filter.put("assessments", Map.of("some", Map.of()));

    assertThat(UnassessedFilter.filter(filter)).isEqualTo(also(BUILDING));
    assertThat(UnassessedFilter.filter(ONLINE)).isEqualTo(NEVER);
  }

  @Test
  void aPartThatAsksNothingElseGoesWithThem() {
    assertThat(UnassessedFilter.filter(Map.of("or", List.of(ONLINE, BUILDING))))
        .isEqualTo(also(Map.of("or", List.of(BUILDING))));
    assertThat(UnassessedFilter.filter(Map.of("or", List.of(ONLINE), "not", ONLINE)))
        .isEqualTo(NEVER);
    assertThat(UnassessedFilter.filter(Map.of("and", List.of(Map.of("not", ONLINE), BUILDING))))
        .isEqualTo(also(Map.of("and", List.of(BUILDING))));
  }

  @Test
  void whatWasEmptyBeforeMeansWhatItMeant() {
    Map<String, Object> none = Map.of("or", List.of(), "not", Map.of());

    assertThat(UnassessedFilter.filter(none)).isEqualTo(also(none));
  }

  @Test
  void aConditionWithoutAValueIsNone() {
    Map<String, Object> filter = new HashMap<>();
    filter.put("theme", null);

    assertThat(UnassessedFilter.filter(filter)).isEqualTo(NEVER);
  }
}
