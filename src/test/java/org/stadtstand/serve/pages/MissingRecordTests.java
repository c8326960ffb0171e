package org.stadtstand.serve.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stadtstand.ground.text.Language;
import org.stadtstand.record.time.MunicipalityRef;

/** A page that is not there says why. */
class MissingRecordTests {

  private static final MunicipalityRef CITY =
      new MunicipalityRef(1, "stadt", "01000000", "010000000000", false);

  @Test
  void whatTheLawWithholdsSaysWhenAndWhy() {
    Map<String, Object> redaction = redaction("p-1", null);
    PageFault german = fault(Language.DE, null, List.of(redaction));
    assertThat(german.status()).isEqualTo(451);
    assertThat(german.sentences().getFirst())
        .contains("Am 1. März 2027", "„p-1“", "ein Name", "Art. 17 DSGVO");
    assertThat(fault(Language.EN, null, List.of(redaction)).sentences().getFirst())
        .contains("On 1 March 2027", "“p-1”");
  }

  @Test
  void theRedactionOfAnotherRecordIsNoReason() {
    assertThat(fault(Language.DE, null, List.of(redaction("p-2", null))).status()).isEqualTo(404);
    assertThat(fault(Language.DE, null, List.of(redaction("p-1", "title"))).status())
        .as("only a column")
        .isEqualTo(404);
    Map<String, Object> lifted = redaction("p-1", null);
    lifted.put("liftedAt", "2027-04-01T11:00:00+02:00");
    assertThat(fault(Language.DE, null, List.of(lifted)).status()).isEqualTo(404);
  }

  @Test
  void aRecordThatWasListedAgainIsNotWithdrawn() {
    List<Map<String, Object>> steps =
        List.of(
            step("CREATED", 1, "2024-01-31"),
            step("WITHDRAWN", 2, "2024-06-30"),
            step("RELISTED", 3, "2024-12-31"));
    assertThat(missing(Language.DE, LocalDate.parse("2024-08-01"), List.of(), steps).status())
        .isEqualTo(410);
    PageFault before = missing(Language.DE, LocalDate.parse("2023-08-01"), List.of(), steps);
    assertThat(before.status()).isEqualTo(404);
    assertThat(before.sentences().getFirst()).contains("seit Stand 1 vom 31. Januar 2024");
  }

  private static PageFault fault(
      Language language, @Nullable LocalDate knownAt, List<Map<String, Object>> redactions) {
    return missing(language, knownAt, redactions, List.of());
  }

  private static PageFault missing(
      Language language,
      @Nullable LocalDate knownAt,
      List<Map<String, Object>> redactions,
      List<Map<String, Object>> steps) {
    PageAddress address =
        new PageAddress(CITY, PageKind.PROJECT, "p-1", language, knownAt, ListChoice.ALL);
    Map<String, Object> answer =
        Map.of("redactions", Map.of("nodes", redactions), "changes", Map.of("nodes", steps));
    return new MissingRecord(address, List.of(), answer).fault();
  }

  private static Map<String, Object> step(String kind, int number, String day) {
    return Map.of("kind", kind, "release", Map.of("number", number, "standsFor", day));
  }

  private static Map<String, Object> redaction(String key, @Nullable String field) {
    Map<String, Object> redaction = new HashMap<>();
    redaction.put("table", "project");
    redaction.put("key", key);
    redaction.put("reason", "ein Name");
    redaction.put("legalBasis", "Art. 17 DSGVO");
    redaction.put("withheldAt", "2027-03-01T12:00:00+01:00");
    if (field != null) {
      redaction.put("field", field);
    }
    return redaction;
  }
}
