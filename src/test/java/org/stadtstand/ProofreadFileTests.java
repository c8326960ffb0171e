package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The judge of files finds what is wrong in each of them, and lets pass what is right. */
class ProofreadFileTests {

  private static final String HOST = "https://stadt.example";
  private static final String SAID = "Die Liste umfasste zunächst 130 Projekte.";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ProofreadFile file =
      new ProofreadFile(
          new Proofreader(
              Set.of(LocalDate.of(2025, 12, 3)), Set.of(LocalDate.of(2025, 12, 31)), List.of(SAID)),
          HOST);

  @Test
  void aDayBesideItsWordsIsForMachinesAndAnyOtherMustBeKnown() {
    file.table("a", row("2025-12-31", "2025"));
    file.table("a", row("2025-12-31 |  | 2025-12-31", "2025 |  | 2025"));
    file.table("a", row("2025-12-03", ""));
    assertThat(file.faults()).isEmpty();
    file.table("a", row("2025-12-31", ""));
    file.table("b", List.of(List.of("dueOn"), List.of("2025-12-31")));
    file.table("c", List.of(List.of("dueOn"), List.of("2025-12-03 | 2025-12-31")));
    file.table("d", row("2025-12-31", "31. Dezember 2025"));
    file.lines("e", List.of(JSON.readTree("{\"dueOn\": \"2025-12-31\"}")));
    assertThat(file.faults()).hasSize(5);
  }

  private static List<List<String>> row(String day, String words) {
    return List.of(List.of("dueOn", "dueOnLabel"), List.of(day, words));
  }

  @Test
  void aLinkNeedsTheHostAndAParaphraseNoQuotationMarks() {
    file.description(
        "right",
        JSON.readTree("{\"a\": [\"" + HOST + "/q/abc\", \"sinngemäß: " + SAID + "\", 7, null]}"));
    assertThat(file.faults()).isEmpty();
    file.description("link", JSON.readTree("{\"a\": [{\"b\": \"/q/abc@4_2025-12-03\"}]}"));
    file.description("words", JSON.readTree("{\"a\": [{\"b\": \"„" + SAID + "“\"}]}"));
    assertThat(file.faults()).hasSize(2);
  }

  @Test
  void aWorkbookIsReadAsItIsSeen() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Test", "1.0")) {
      Worksheet first = workbook.newWorksheet("Daten");
      first.inlineString(0, 0, "dueOn");
      first.inlineString(0, 27, "n");
      first.value(1, 0, LocalDate.of(2025, 12, 31));
      first.style(1, 0).format("dd.mm.yyyy").set();
      first.value(1, 27, 46022);
      first.finish();
      Worksheet second = workbook.newWorksheet("Quelle");
      second.inlineString(0, 1, "/q/abc");
      second.finish();
    }
    List<List<List<String>>> sheets = WorkbookSheets.of(out.toByteArray());
    assertThat(sheets).hasSize(2);
    assertThat(sheets.getFirst().get(1)).hasSize(28).startsWith("2025-12-31").endsWith("46022");
    assertThat(sheets.getLast().getFirst()).containsExactly("", "/q/abc");
    file.table("workbook", sheets.getFirst());
    assertThat(file.faults()).hasSize(1);
  }
}
