package org.stadtstand.record.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.declaration.Ledger;
import org.stadtstand.record.declaration.RecordTypes;

/** The database and Java write the same text for the same row. */
class CanonicalFormIT {

  private static final RecordTypes TYPES = Ledger.types();
  private static final JdbcClient DATABASE = Ledger.database();

  @Test
  void everyKindOfColumnIsWrittenAlike() {
    Ledger ledger = new Ledger();
    int[] claim = new int[1];
    ledger.publish(
        () -> {
          int source = ledger.add("source", "page");
          int project = ledger.add("project", "p-1", "title_de", "Straße", "source", source);
          claim[0] =
              ledger.add(
                  "claim",
                  "c-1",
                  "topic",
                  "OTHER",
                  "subject",
                  project,
                  "said_on",
                  "2025-Q3",
                  "said_by",
                  "A \"body\"",
                  "wording",
                  "Zeile 1\nZeile\t2\\",
                  "verbatim",
                  false,
                  "value",
                  "380.500",
                  "source",
                  source);
        });
    assertThat(sql("claim", claim[0]))
        .isEqualTo(
            """
            {"key":"c-1","table":"claim","values":{"said_by":"A \\"body\\"",\
            "said_on":"2025-07-01/2025-09-30","source":"source:page","subject":"project:p-1",\
            "topic":"OTHER","value":"380.5","verbatim":"false","wording":"Zeile 1\\nZeile\\t2\\\\"}}\
            """);
  }

  @Property(tries = 100)
  void textsNumbersAndListsAreWrittenAlike(
      @ForAll("texts") String title,
      @ForAll("texts") String partner,
      @ForAll BigDecimal value,
      @ForAll("days") String day) {
    Ledger ledger = new Ledger();
    int[] added = new int[3];
    ledger.publish(
        () -> {
          added[0] = ledger.add("source", "page");
          added[1] =
              ledger.add(
                  "project",
                  "p-1",
                  "title_de",
                  title,
                  "partners",
                  array(partner, title),
                  "source",
                  added[0]);
          added[2] =
              ledger.add(
                  "observation",
                  "o-1",
                  "target",
                  added[1],
                  "value",
                  value,
                  "observed_on",
                  day,
                  "source",
                  added[0]);
        });
    TreeMap<String, Object> project = new TreeMap<>();
    project.put("title_de", composed(title));
    project.put("partners", List.of(composed(partner), composed(title)));
    project.put("source", "source:page");
    assertThat(sql("project", added[1])).isEqualTo(CanonicalForm.text("project", "p-1", project));
    assertThat(sql("observation", added[2]))
        .contains("\"value\":\"" + plain(value) + "\"")
        .contains("\"observed_on\":\"" + interval(day) + "\"");
  }

  @Provide
  Arbitrary<String> texts() {
    // PostgreSQL stores no NUL; an unpaired surrogate is not text.
    return Arbitraries.strings()
        .withCharRange('\u0001', '\u017f')
        .withChars('"', '\\', '\u0301', '\u0338', '\u1e9b', '\u2028', '\u212b', '\uac00', '\u1100')
        .ofMaxLength(12);
  }

  @Provide
  Arbitrary<String> days() {
    return Arbitraries.of("2025", "2025-Q1", "2025-02", "2024-02-29");
  }

  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  private static String interval(String day) {
    PartialDate date = PartialDate.parse(day);
    return date.earliest().equals(date.latest()) ? day : date.earliest() + "/" + date.latest();
  }

  private static String[] array(String... values) {
    return values;
  }

  private static String sql(String table, int record) {
    String canonical =
        LeafKind.all(TYPES).stream()
            .filter(kind -> kind.name().equals(table))
            .findFirst()
            .orElseThrow()
            .canonical();
    return DATABASE
        .sql("select %s from %s t where t.record = :record".formatted(canonical, table))
        .param("record", record)
        .query(String.class)
        .single();
  }
}
