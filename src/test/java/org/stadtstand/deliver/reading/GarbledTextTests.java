package org.stadtstand.deliver.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.PartialDate;

/** No text is published otherwise than it was meant, and no number is read as another one. */
class GarbledTextTests {

  @TempDir private Path parent;

  private Sampleton.Result read(String... lines) throws IOException {
    return new Sampleton().read(folder().table("project", lines).write());
  }

  private DeliveryFolder folder() {
    return new DeliveryFolder(parent, "01-sample");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x01, 0x07, 0x1B, 0x7F, 0x85, 0xAD, 0x34F, 0x61C, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F,
        0x2028, 0x2029, 0x202A, 0x202E, 0x2060, 0x2066, 0x2069, 0x3164, 0xE000, 0xFEFF, 0xFFF9,
        0xE0041
      })
  void aCharacterThatNobodySeesIsNamed(int c) throws IOException {
    String text = "Glas" + Character.toString(c) + "faser";
    Sampleton.Result result = read("key,title", "p," + text);
    assertThat(result.places()).containsExactly("project.csv:2:2 (title) invisible-character");
    assertThat(result.only().sentence().in(Language.EN))
        .contains("“Glas[U+%04X]faser”".formatted(c), ": U+%04X ".formatted(c));
  }

  @Test
  void linesAndTabsAreText() throws IOException {
    assertThat(read("key,title", "p,\"A\tB\nC\"").findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u00A0", "\u202F", "\u2007", "\u3000", " \u00A0 "})
  void blanksOfAnyKindAroundAValueAreStripped(String blank) throws IOException {
    Sampleton.Result result =
        read(
            blank + "key,title" + blank + ",number,partners",
            "%1$sp%1$s,%1$sGlas faser%1$s,%1$s7%1$s,A%1$s|%1$sB".formatted(blank));
    assertThat(result.findings()).isEmpty();
    assertThat(result.rows().getFirst().key()).isEqualTo("p");
    assertThat(result.rows().getFirst().values()).contains("Glas faser", 7);
    assertThat(result.rows().getFirst().values()[11]).hasToString("[A, B]");
  }

  @Test
  void aTextHasPlainBlanksAndNoLigatures() throws IOException {
    Sampleton.Result result =
        read("key,title,partners", "p,300\u00A0Gru\u0308n\uFB02ächen,A\u202FB | o\uFB03ziell");
    assertThat(result.findings()).isEmpty();
    assertThat(result.rows().getFirst().values()).contains("300 Grünflächen");
    assertThat(result.rows().getFirst().values()[11]).hasToString("[A B, offiziell]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
  void aTableInUtf16IsCalledThat(String encoding) throws IOException {
    byte[] bytes = "key,title\np,Straße\n".getBytes(Charset.forName(encoding));
    Sampleton.Result result =
        new Sampleton()
            .read(folder().table("project", "key,title").file("project.csv", bytes).write());
    assertThat(result.places()).containsExactly("project.csv:1 wrong-encoding");
    assertThat(result.only().sentence().in(Language.EN))
        .isEqualTo(
            "“project.csv” is not encoded in UTF-8. Save the file as UTF-8 or set encoding.");
  }

  @Test
  void aNoBreakSpaceWithinAValueIsNamed() throws IOException {
    assertThat(read("key,title,number", "p,P,1\u00A0250").only().sentence().in(Language.EN))
        .isEqualTo("“1[U+00A0]250” is not a number of the form 1234.");
    assertThat(read("key,title,na\u200Bme", "p,P,x").only().sentence().in(Language.EN))
        .contains("“na[U+200B]me”");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uFFFD", "\u202E", "\\u0000", "\\u0007", "\u200B"})
  void theDescriptionIsReadable(String c) throws IOException {
    String release = "{\"kind\": \"PUBLISHED\", \"reason\": \"Pr%sfung\"}".formatted(c);
    Sampleton.Result result = new Sampleton().read(folder().with("release", release).write());
    assertThat(result.places())
        .containsExactly("datapackage.json (stadtstand.release.reason) unreadable-text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Prüfung", "Straße – „Süd“", "5 €", "Ärzte", "Ã", "São Paulo, Réunion"})
  void whatWasReadInAWrongEncodingBeforeIsReported(String text) throws IOException {
    assertThat(read("key,title", "p,\"" + text + "\"").findings()).isEmpty();
    for (String other : List.of("windows-1252", "iso-8859-1")) {
      String garbled = new String(text.getBytes(StandardCharsets.UTF_8), Charset.forName(other));
      assertThat(read("key,title", "p,\"" + garbled + "\"").places())
          .isSubsetOf(
              "project.csv:2:2 (title) wrong-encoding",
              "project.csv:2:2 (title) invisible-character")
          .hasSize(1);
    }
  }

  @Test
  void aMisspeltPropertyIsNamed() throws IOException {
    String release = "{\"kind\": \"PUBLISHED\", \"raeson\": \"x\"}";
    Sampleton.Result result =
        new Sampleton().read(folder().with("release", release).with("reason", "\"x\"").write());
    assertThat(result.places())
        .containsExactly(
            "datapackage.json (stadtstand.reason) unknown-property",
            "datapackage.json (stadtstand.release.raeson) unknown-property");
    assertThat(result.findings().getLast().sentence().in(Language.EN))
        .isEqualTo("There is no stadtstand.release.raeson; it is ignored. Did you mean “reason”?");
  }

  private Sampleton.Result declared(String field, String cell) throws IOException {
    String name = field.replaceFirst(".*?\"name\": \"(\\w+)\".*", "$1");
    String more =
        "\"schema\": {\"missingValues\": [\"\", \"-\", \"k. A.\"], \"fields\": [{%s}]}"
            .formatted(field);
    DeliveryFolder folder =
        folder()
            .table(
                "project",
                StandardCharsets.UTF_8,
                more,
                "key,title," + name,
                "p,P,\"" + cell + "\"");
    return new Sampleton().read(folder.write());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          "decimalChar": ","; 1953,5; 1953.5
          "decimalChar": ",", "groupChar": "."; 1.953; 1953
          "decimalChar": ",", "groupChar": "."; -1.234.567,25; -1234567.25
          "groupChar": ","; 1,234.5; 1234.5
          "decimalChar": ",", "groupChar": " "; 1 250,50; 1250.50
          """)
  void numbersAreReadInTheDeclaredForm(String format, String cell, BigDecimal value)
      throws IOException {
    Sampleton.Result result =
        declared("\"name\": \"amount\", \"type\": \"number\", " + format, cell);
    assertThat(result.findings()).isEmpty();
    assertThat(result.rows().getFirst().values()[9]).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          "decimalChar": ","; 1953.5
          "decimalChar": ",", "groupChar": "."; 1.95
          "decimalChar": ",", "groupChar": "."; 19.53,5
          "groupChar": "'"; 1,234
          """)
  void aNumberInAnotherFormIsRefused(String format, String cell) throws IOException {
    assertThat(declared("\"name\": \"amount\", \"type\": \"number\", " + format, cell).rules())
        .containsExactly("bad-number");
  }

  @Test
  void wholeNumbersDatesAndAnswersAreReadInTheDeclaredForm() throws IOException {
    assertThat(value("\"name\": \"number\", \"type\": \"integer\", \"groupChar\": \".\"", "1.953"))
        .isEqualTo(1953);
    assertThat(
            value("\"name\": \"day\", \"type\": \"date\", \"format\": \"%d.%m.%Y\"", "3.12.2025"))
        .isEqualTo(LocalDate.of(2025, 12, 3));
    String partial = "\"name\": \"from_on\", \"type\": \"date\", \"format\": \"%d/%m/%Y\"";
    assertThat(value(partial, "03/12/2025")).isEqualTo(PartialDate.parse("2025-12-03"));
    assertThat(value(partial, "2025-Q3")).isEqualTo(PartialDate.parse("2025-Q3"));
    assertThat(
            value(
                "\"name\": \"open\", \"type\": \"boolean\", \"trueValues\": [\"ja\"],"
                    + " \"falseValues\": [\"nein\"]",
                "ja"))
        .isEqualTo(true);
    assertThat(value("\"name\": \"number\", \"type\": \"integer\"", "k. A.")).isEqualTo("");
    assertThat(value("\"name\": \"note\", \"type\": \"string\"", "-")).isEqualTo("");
  }

  private Object value(String field, String cell) throws IOException {
    Sampleton.Result result = declared(field, cell);
    assertThat(result.findings()).isEmpty();
    String name = field.replaceFirst(".*?\"name\": \"(\\w+)\".*", "$1");
    int column = Sampleton.PROJECT.columns().indexOf(Sampleton.PROJECT.column(name).orElseThrow());
    Object value = result.rows().getFirst().values()[column];
    return value == null ? "" : value;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          "name": "day", "type": "date", "format": "any"; format
          "name": "day", "type": "date", "format": "%d. %B %Y"; format
          "name": "day", "type": "date", "format": "%d.%m.%y"; format
          "name": "number", "type": "integer", "bareNumber": false; bareNumber
          "name": "number", "type": "integer", "decimalChar": "::"; decimalChar
          "name": "title", "type": "string", "groupChar": "."; groupChar
          "name": "number", "type": "integer", "missingValues": ["0"]; missingValues
          "name": "title", "type": "string", "format": "email"; format
          """)
  void whatIsNotHonouredIsNamedAsIgnored(String field, String property) throws IOException {
    Sampleton.Result result = declared(field, "");
    assertThat(result.rules()).contains("schema-ignored");
    assertThat(result.findings().getFirst().sentence().in(Language.EN))
        .contains("." + property + " “", "is ignored");
  }

  @Test
  void aSchemaKeptElsewhereIsNamedAsIgnored() throws IOException {
    DeliveryFolder folder =
        folder()
            .table("project", StandardCharsets.UTF_8, "\"schema\": \"project.json\"", "key,title");
    assertThat(new Sampleton().read(folder.write()).rules())
        .containsExactly("schema-ignored", "no-rows");
    folder = folder().table("project", StandardCharsets.UTF_8, "\"dialect\": \"d.json\"", "key");
    assertThat(new Sampleton().read(folder.write()).rules()).containsExactly("unsupported-dialect");
  }

  @Test
  void aDeclaredDayIsADayThatExists() throws IOException {
    assertThat(
            declared("\"name\": \"day\", \"type\": \"date\", \"format\": \"%d.%m.%Y\"", "31.2.2025")
                .only()
                .sentence()
                .in(Language.EN))
        .isEqualTo("“31.2.2025” is not a date of the form 31.7.2025.");
  }
}
