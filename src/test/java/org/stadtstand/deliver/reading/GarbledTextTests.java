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
        0xE0041, 0x180B, 0xFDD0, 0xFE0F, 0xE0100
      })
  void aCharacterThatNobodySeesIsNamed(int c) throws IOException {
    String text = "Glas" + Character.toString(c) + "faser";
    Sampleton.Result result = read("key,title", "p," + text);
    assertThat(result.places()).containsExactly("project.csv:2:2 (title) invisible-character");
    assertThat(result.only().sentence().in(Language.EN))
        .contains("“Glas[U+%04X]faser”".formatted(c), ": U+%04X".formatted(c));
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

  @ParameterizedTest
  @ValueSource(strings = {"x-MacRoman", "IBM850", "windows-1251", "iso-8859-15"})
  void whatIsUtf8AndDeclaredAsAnotherEncodingIsReported(String declared) throws IOException {
    byte[] bytes = "key,title\np,Prüfung\n".getBytes(StandardCharsets.UTF_8);
    String more = "\"encoding\": \"%s\"".formatted(declared);
    DeliveryFolder folder = folder().resource("project", more).file("project.csv", bytes);
    assertThat(new Sampleton().read(folder.write()).rules()).containsExactly("wrong-encoding");
  }

  @Test
  void anotherEncodingIsReadWhereItIsDeclared() throws IOException {
    byte[] bytes = "key,title\np,Prüfung\n".getBytes(Charset.forName("IBM850"));
    String more = "\"encoding\": \"IBM850\"";
    DeliveryFolder folder = folder().resource("project", more).file("project.csv", bytes);
    assertThat(new Sampleton().read(folder.write()).findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "x-MacRoman, Straße, Stra§e, MacRoman",
    "x-MacRoman, Grün, GrŸn, MacRoman",
    "IBM850, für die, f[U+FFFD]r die, CP850",
    "IBM850, Gebäude, Geb„ude, CP850",
  })
  void aTableInAnotherEncodingThanDeclaredIsToldWithIt(
      String encoding, String text, String read, String name) throws IOException {
    byte[] bytes = ("key,title\np,P\nq," + text + "\n").getBytes(Charset.forName(encoding));
    DeliveryFolder folder =
        folder().resource("project", "\"encoding\": \"windows-1252\"").file("project.csv", bytes);
    Sampleton.Result result = new Sampleton().read(folder.write());
    assertThat(result.places()).containsExactly("project.csv:3:2 (title) misread-text");
    assertThat(result.only().sentence().en())
        .contains("“%s”".formatted(text), "saved in " + name, "read as windows-1252");
    assertThat(read).isNotEqualTo(text);
  }

  @Test
  void aTableMisreadBeforeIsToldToo() throws IOException {
    assertThat(read("key,title", "p,Stra§e").places())
        .containsExactly("project.csv:2:2 (title) misread-text");
    assertThat(read("key,title", "p,Straße nach § 5").findings()).isEmpty();
  }

  /** What a description says is published for ever, above all the reason of a release. */
  @Test
  void aDescriptionReadInAWrongEncodingBeforeIsReported() throws IOException {
    String release = "{\"kind\": \"PUBLISHED\", \"reason\": \"PrÃ¼fung\"}";
    Sampleton.Result result = new Sampleton().read(folder().with("release", release).write());
    assertThat(result.places())
        .containsExactly("datapackage.json (stadtstand.release.reason) garbled-text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
  void aByteOrderMarkIsNoPartOfTheFirstColumn(String encoding) throws IOException {
    byte[] bytes = "\uFEFFkey,title\np,Straße\n".getBytes(Charset.forName(encoding));
    String more = "\"encoding\": \"%s\"".formatted(encoding);
    DeliveryFolder folder = folder().resource("project", more).file("project.csv", bytes);
    assertThat(new Sampleton().read(folder.write()).findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"+7", "７", "٧", "7.0", "1e3", "3000000000", "-", "0x7", "--7", "1_000"})
  void anIntegerIsWrittenInPlainDigits(String number) throws IOException {
    assertThat(read("key,title,number", "p,P," + number).places())
        .containsExactly("project.csv:2:3 (number) bad-number");
  }

  @Test
  void zeroHasNoSign() throws IOException {
    assertThat(read("key,title,number,amount", "p,P,-0,-0.0").rows().getFirst().values())
        .contains(0);
  }

  @Test
  void aListNamesNothingTwice() throws IOException {
    Sampleton.Result result = read("key,title,partners", "p,P,A | B | A\u00A0 | A");
    assertThat(result.rows().getFirst().values()[11]).hasToString("[A, B]");
  }

  /** A rule must see the day that is published, not the form in which a file writes it. */
  @Test
  void rulesLookAtTheAgreedForm() throws IOException {
    String more =
        """
        "schema": {"fields": [{"name": "from_on", "type": "date", "format": "%d.%m.%Y"},
          {"name": "to_on", "type": "date", "format": "%d.%m.%Y"}]}
        """;
    String[] lines = {"key,title,from_on,to_on", "p,P,31.03.2026,01.01.2026"};
    DeliveryFolder folder = folder().table("project", StandardCharsets.UTF_8, more, lines);
    assertThat(new Sampleton().read(folder.write()).places())
        .containsExactly("project.csv:2 from_on-before-to_on");
  }

  @Test
  void theKeyOfALinkIsMadeOfWhatIsKept() throws IOException {
    DeliveryFolder folder =
        folder().table("corrections", "key,table,row,field,reason", "k,unit,u\u00A0x,name,R");
    folder.table("withdrawals", "table,key,reason", "unit,a\u00A0b,R", "unit,a b,R");
    assertThat(new Sampleton().read(folder.write()).rows())
        .extracting(DeliveredRow::key)
        .containsExactly("k", "unit~a b", "unit~a b");
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

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          "name": "amount", "type": "number", "groupChar": "."; 1.953
          "name": "amount", "type": "number", "decimalChar": ",", "groupChar": ","; 1,953
          "name": "amount", "type": "number", "decimalChar": "1"; 4615
          "name": "amount", "type": "number", "decimalChar": "-"; 46-5
          "name": "number", "type": "integer", "groupChar": "0"; 1000
          "name": "open", "type": "boolean", "trueValues": ["x"], "falseValues": ["y", "x"]; x
          """)
  void aFormThatMakesTwoValuesOfOneTextIsRefused(String field, String cell) throws IOException {
    assertThat(declared(field, cell).rules()).contains("ambiguous-format");
  }

  @Test
  void anIntegerHasNoDecimals() throws IOException {
    String field = "\"name\": \"number\", \"type\": \"integer\", \"groupChar\": \".\"";
    assertThat(declared(field, "1.95").rules()).containsExactly("bad-number");
  }

  @Test
  void digitsOfADayMayTouch() throws IOException {
    String field = "\"name\": \"day\", \"type\": \"date\", \"format\": \"%Y%m%d\"";
    assertThat(value(field, "20251203")).isEqualTo(LocalDate.of(2025, 12, 3));
    assertThat(declared(field, "2025123").rules()).containsExactly("bad-date");
  }

  @Test
  void whatStandsForAnEmptyCellIsComparedAsCellsAre() throws IOException {
    String more = "\"schema\": {\"missingValues\": [\" n/a \", \"u\u0308\", -99]}";
    String[] lines = {"key,title,note", "p,P,n/a", "q,Q,ü", "r,R,-99"};
    DeliveryFolder folder = folder().table("project", StandardCharsets.UTF_8, more, lines);
    Sampleton.Result result = new Sampleton().read(folder.write());
    assertThat(result.rules()).containsExactly("schema-ignored");
    assertThat(result.rows().stream().map(row -> String.valueOf(row.values()[13])))
        .containsExactly("null", "null", "-99");
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

  @ParameterizedTest
  @CsvSource({
    "31.12.25, 2025-12-31",
    "1.2.25, 2025-02-01",
    "31/12/25, 2025-12-31",
    "31. 12. 25, 2025-12-31",
    "12.31.25, 2025-07-31"
  })
  void aYearOfTwoDigitsIsCalledThat(String day, String right) throws IOException {
    Sampleton.Result result = read("key,title,from_on,day", "p,P,%1$s,%1$s".formatted(day));
    assertThat(result.places())
        .containsExactly(
            "project.csv:2:3 (from_on) year-of-two-digits",
            "project.csv:2:4 (day) year-of-two-digits");
    assertThat(result.findings().getFirst().sentence().en())
        .isEqualTo(
            "“%s” gives only two digits of the year; with four it is, for example, %s."
                .formatted(day, right));
  }

  @ParameterizedTest
  @ValueSource(strings = {"31.12.2025", "2025-1-2", "25", "1.25", "31.12/25"})
  void otherDatesAreNotCalledThat(String day) throws IOException {
    assertThat(read("key,title,day", "p,P," + day).rules()).containsExactly("bad-date");
  }

  @Test
  void aFormatOfTwoDigitsIsCalledThat() throws IOException {
    String field = "\"name\": \"day\", \"type\": \"date\", \"format\": \"%d.%m.%y\"";
    Sampleton.Result result = declared(field, "31.12.25");
    assertThat(result.rules()).containsExactly("format-of-two-digits", "year-of-two-digits");
    assertThat(result.findings().getFirst().sentence().en())
        .endsWith("such dates are not read. Use “%d.%m.%Y”, as in 31.7.2025.");
    String four = "\"name\": \"day\", \"type\": \"date\", \"format\": \"%d.%m.%Y\"";
    assertThat(declared(four, "31.12.25").only().sentence().de())
        .isEqualTo(
            "„31.12.25“ nennt das Jahr nur mit zwei Ziffern; mit vier heißt es etwa 31.7.2025.");
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
