package org.stadtstand.deliver.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtstand.deliver.finding.Finding;
import org.stadtstand.deliver.finding.FindingLevel;
import org.stadtstand.deliver.finding.FindingPlace;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.PartialDate;

/** A file becomes rows, and every mistake in it is reported with line and column. */
class TableTests {

  @TempDir Path parent;

  private int folders;

  private DeliveryFolder folder() {
    return new DeliveryFolder(parent, "%02d-sample".formatted(++folders));
  }

  private Sampleton.Result read(String table, String... lines) throws IOException {
    return new Sampleton().read(folder().table(table, lines).write());
  }

  private String english(Sampleton.Result result) {
    return result.only().sentence().in(Language.EN);
  }

  @Test
  void readsEveryKindOfValue() throws IOException {
    Sampleton.Result result =
        read(
            "project",
            "key,title,url,precision,unit,subject,from_on,to_on,day,number,amount,open,partners,note",
            "p-1,Glas & Faser,https://x.example,MONTH,u-1,unit:u-2,2025-Q3,2026,2025-07-31,-7,1.50,"
                + "true,A | B,n");
    assertThat(result.findings()).isEmpty();
    DeliveredRow row = result.rows().getFirst();
    assertThat(row.key()).isEqualTo("p-1");
    assertThat(row.line()).isEqualTo(2);
    assertThat(Arrays.asList(row.values()))
        .containsExactly(
            "Glas & Faser",
            "https://x.example",
            "MONTH",
            new Reference(20, "u-1"),
            new Reference(20, "u-2"),
            PartialDate.parse("2025-Q3"),
            PartialDate.parse("2026"),
            LocalDate.of(2025, 7, 31),
            -7,
            new BigDecimal("1.50"),
            true,
            List.of("A", "B"),
            new Reference(10, "page"),
            "n");
  }

  @Test
  void emptyCellIsUnknownOrTheDefault() throws IOException {
    DeliveredRow row =
        read("project", "key,title,precision,unit,source", "p,P,,,").rows().getFirst();
    assertThat(row.values()[2]).isEqualTo("DAY");
    assertThat(row.values()[3]).isNull();
    assertThat(row.values()[12]).isEqualTo(new Reference(10, "page"));
  }

  @Test
  void sourceSpeaksForItself() throws IOException {
    DeliveredRow row = read("source", "key,title", "s,S").rows().getFirst();
    assertThat(row.values()[1]).isEqualTo(new Reference(10, "s"));
  }

  @Test
  void rowWithoutSourceNeedsDefault() throws IOException {
    DeliveryFolder folder = folder().table("unit", "key,name", "a,A").with("defaultSource", null);
    assertThat(new Sampleton().read(folder.write()).places())
        .containsExactly("unit.csv:2 (source) missing-value");
  }

  @Test
  void partOfTheMunicipalityStandsInTheDescription() throws IOException {
    Sampleton.Result result = read("municipality", "key,ags", "sampleton,05111000");
    assertThat(result.findings()).isEmpty();
    assertThat(result.rows().getFirst().values()[1]).isEqualTo("The City");
    assertThat(read("municipality", "key,ags,publisher", "sampleton,05111000,X").rules())
        .containsExactly("unknown-column");
  }

  @Test
  void linkIsNamedByWhatItLinks() throws IOException {
    assertThat(read("link", "project,unit", "p,u").rows().getFirst().key()).isEqualTo("p~u");
    assertThat(read("coverage", "type", "MONTH").rows().getFirst().key()).isEqualTo("month");
  }

  @Test
  void dialectAndEncodingAreHonoured() throws IOException {
    String more =
        "\"encoding\": \"iso-8859-1\", \"dialect\": {\"delimiter\": \";\", \"quoteChar\": \"'\"}";
    DeliveryFolder folder =
        folder().table("unit", StandardCharsets.ISO_8859_1, more, "key;name", "a;'Ämter; alle'");
    Sampleton.Result result = new Sampleton().read(folder.write());
    assertThat(result.findings()).isEmpty();
    assertThat(result.rows().getFirst().values()[0]).isEqualTo("Ämter; alle");
  }

  @Test
  void headerMayStandInTheSchema() throws IOException {
    String more =
        """
        "dialect": {"header": false}, "schema": {"fields": [{"name": "name"}, {"name": "key"}]}
        """;
    DeliveryFolder folder = folder().table("unit", StandardCharsets.UTF_8, more, "A,a", "B,b");
    assertThat(new Sampleton().read(folder.write()).rows())
        .extracting(DeliveredRow::key)
        .containsExactly("a", "b");
  }

  @Test
  void byteOrderMarkBlankLinesAndBlanksArePassedOver() throws IOException {
    Sampleton.Result result = read("unit", "\uFEFFkey,name", "", " a , A ", "");
    assertThat(result.findings()).isEmpty();
    assertThat(result.rows()).extracting(DeliveredRow::key).containsExactly("a");
    assertThat(result.rows().getFirst().line()).isEqualTo(3);
  }

  @Test
  void lettersAreComposed() throws IOException {
    assertThat(read("unit", "key,name", "a,A\u0308mter").rows().getFirst().values()[0])
        .isEqualTo("Ämter");
  }

  @Test
  void tellsWrongDelimiter() throws IOException {
    Sampleton.Result result = read("unit", "key;name", "a;A");
    assertThat(result.places()).containsExactly("unit.csv:1 wrong-delimiter");
    assertThat(english(result))
        .isEqualTo(
            "The columns seem to be separated by “;”, but “,” is expected. Save the file"
                + " differently or set dialect.delimiter.");
    assertThat(english(read("unit", "key\tname", "a\tA"))).contains("separated by a tab");
  }

  @Test
  void tellsWrongEncoding() throws IOException {
    DeliveryFolder folder =
        folder()
            .table("unit", StandardCharsets.ISO_8859_1, "", "key,name", "a,A", "b,Ämter", "c,Öl");
    Sampleton.Result result = new Sampleton().read(folder.write());
    assertThat(result.places())
        .containsExactly(
            "unit.csv:3:2 (name) wrong-encoding", "unit.csv:4:2 (name) wrong-encoding");
    assertThat(result.findings().getFirst().sentence().in(Language.DE))
        .isEqualTo(
            "„\uFFFDmter“ ist nicht in UTF-8 kodiert. Die Datei als UTF-8 speichern oder encoding"
                + " angeben.");
    assertThat(result.rows()).extracting(DeliveredRow::bad).containsExactly(false, true, true);
  }

  @Test
  void tellsMissingColumn() throws IOException {
    Sampleton.Result result = read("unit", "key", "a");
    assertThat(result.places()).containsExactly("unit.csv:1 (name) missing-column");
    assertThat(english(result)).isEqualTo("The column “name” is missing.");
    assertThat(result.rows()).isEmpty();
  }

  @Test
  void tellsUnknownColumn() throws IOException {
    Sampleton.Result result = read("project", "key,title,subjekt", "p,P,");
    assertThat(result.places()).containsExactly("project.csv:1:3 (subjekt) unknown-column");
    assertThat(english(result))
        .isEqualTo("Table project has no column “subjekt”. Did you mean “subject”?");
    assertThat(result.only().sentence().de())
        .isEqualTo(
            "Die Spalte „subjekt“ gibt es in der Tabelle project nicht. Meinten Sie „subject“?");
  }

  @Test
  void tellsColumnThatStandsTwice() throws IOException {
    assertThat(read("unit", "key,name,name", "a,A,A").places())
        .containsExactly("unit.csv:1:3 (name) column-twice");
  }

  @Test
  void tellsRowWithOtherNumberOfFields() throws IOException {
    assertThat(read("unit", "key,name", "a", "b,B,x", "c,C").places())
        .containsExactly("unit.csv:2 wrong-field-count", "unit.csv:3 wrong-field-count");
  }

  @Test
  void tellsHeaderThatIsThereAgain() throws IOException {
    Sampleton.Result result = read("unit", "key,name", "a,A", "key , name", "b,B");
    assertThat(result.places()).containsExactly("unit.csv:3 header-again");
    assertThat(result.rows()).hasSize(2);
  }

  @Test
  void tellsEmptyFile() throws IOException {
    Sampleton.Result result = read("unit", "");
    assertThat(result.places()).containsExactly("unit.csv empty-file");
    assertThat(result.only().level()).isEqualTo(FindingLevel.ERROR);
  }

  @Test
  void fullListWithoutRowsIsDoubtful() throws IOException {
    assertThat(read("unit", "key,name").only().level()).isEqualTo(FindingLevel.WARNING);
    assertThat(read("source", "key,title").findings().stream().map(Finding::place))
        .doesNotContain(FindingPlace.file("source.csv"));
  }

  @Test
  void tellsBadDates() throws IOException {
    Sampleton.Result result =
        read(
            "project",
            "key,title,from_on,day",
            "a,A,31.12.2025,2025-07",
            "b,B,2025-13,2025-02-30",
            "c,C,025,0205-01-01",
            "d,D,2025-Q5,45658",
            "e,E,2025/2024,../2025-07-31",
            "f,F,../0205,2025-07-31/2025-08-01");
    assertThat(result.rules()).hasSize(12).containsOnly("bad-date");
    assertThat(result.findings().getFirst().place().toString())
        .isEqualTo("project.csv:2:3 (from_on)");
    assertThat(result.findings().getFirst().sentence().de())
        .isEqualTo(
            "„31.12.2025“ ist kein Datum der Form 2025 | 2025-Q3 | 2025-23 | 2025-07 | 2025-07-31"
                + " | ../2025-07-31 | 2024/2025-07.");
  }

  @Test
  void tellsBadNumbersAndBooleans() throws IOException {
    Sampleton.Result result =
        read(
            "project",
            "key,title,number,amount,open",
            "a,A,\"1,5\",\"1.000,50\",ja",
            "b,B,1e3,1e3,TRUE",
            "c,C,9999999999,∞,1");
    assertThat(result.rules())
        .containsExactly(
            "bad-number",
            "bad-number",
            "bad-boolean",
            "bad-number",
            "bad-number",
            "bad-boolean",
            "bad-number",
            "bad-number",
            "bad-boolean");
  }

  @Test
  void tellsUnknownValueAndTheNearest() throws IOException {
    Sampleton.Result result = read("project", "key,title,precision", "a,A,Monat");
    assertThat(result.places()).containsExactly("project.csv:2:3 (precision) unknown-value");
    assertThat(english(result))
        .isEqualTo("“Monat” is not a valid value for precision. Did you mean “MONTH”?");
    assertThat(english(read("project", "key,title,precision", "a,A,Stunde")))
        .isEqualTo(
            "“Stunde” is not a valid value for precision. Allowed: DAY, MONTH, QUARTER, SEASON,"
                + " YEAR, BETWEEN, NOT_LATER_THAN.");
  }

  @Test
  void tellsBadKey() throws IOException {
    Sampleton.Result result = read("unit", "key,name", "Amt 1,A", ",B", "x".repeat(81) + ",C");
    assertThat(result.places())
        .containsExactly(
            "unit.csv:2:1 (key) bad-key",
            "unit.csv:3:1 (key) missing-value",
            "unit.csv:4:1 (key) bad-key");
    assertThat(result.rows()).isEmpty();
  }

  @Test
  void tellsWhatSpreadsheetsDoToKeys() throws IOException {
    Sampleton.Result result =
        read(
            "project",
            "key,title,unit",
            "\"9,9E+13\",A,u",
            "#NAME?,B,u",
            "c,C,9.9E+13",
            "d,#WERT!,");
    assertThat(result.places())
        .containsExactly(
            "project.csv:2:1 (key) mangled-by-spreadsheet",
            "project.csv:3:1 (key) mangled-by-spreadsheet",
            "project.csv:4:3 (unit) mangled-by-spreadsheet",
            "project.csv:5:2 (title) mangled-by-spreadsheet");
    assertThat(result.findings().getFirst().sentence().de())
        .isEqualTo(
            "„9,9E+13“ hat eine Tabellenkalkulation verändert. Die Spalte als Text formatieren und"
                + " den Wert neu eintragen.");
  }

  @Test
  void tellsLostLeadingZero() throws IOException {
    assertThat(read("municipality", "key,ags", "sampleton,5111000").places())
        .containsExactly("municipality.csv:2:2 (ags) mangled-by-spreadsheet");
    assertThat(read("municipality", "key,ags", "sampleton,511").rules())
        .containsExactly("bad-form");
  }

  @Test
  void tellsTextOfWrongForm() throws IOException {
    assertThat(english(read("project", "key,title,url", "a,A,www.example.org")))
        .isEqualTo(
            "“www.example.org” does not have the form needed. Expected: a web address such as"
                + " https://www.example.org/strategy.");
    assertThat(read("municipality", "key,ags", "sampleton,511").only().sentence().de())
        .isEqualTo("„511“ hat nicht die nötige Form. Erwartet: 8 Ziffern wie 05111000.");
  }

  @Test
  void tellsReferenceThatCannotBeOne() throws IOException {
    assertThat(
            read("project", "key,title,unit,subject", "a,A,Amt 1,u-1", "b,B,,units:u-1").places())
        .containsExactly(
            "project.csv:2:3 (unit) bad-reference",
            "project.csv:2:4 (subject) bad-reference",
            "project.csv:3:4 (subject) bad-reference");
  }

  @Test
  void tellsEndBeforeStart() throws IOException {
    Sampleton.Result result = read("project", "key,title,from_on,to_on", "a,A,2026,2025-12");
    assertThat(result.places()).containsExactly("project.csv:2 from_on-before-to_on");
    assertThat(english(result)).isEqualTo("to_on (2025-12) is before from_on (2026).");
    assertThat(result.rows()).extracting(DeliveredRow::bad).containsExactly(true);
  }

  @Test
  void tellsMissingValue() throws IOException {
    assertThat(english(read("unit", "key,name", "a, ")))
        .isEqualTo("The column “name” has no value.");
    assertThat(read("link", "project,unit", "p,").places())
        .containsExactly("link.csv:2:2 (unit) missing-value");
  }

  @Test
  void tellsFieldThatIsTooLong() throws IOException {
    assertThat(english(read("unit", "key,name", "a," + "x".repeat(201))))
        .isEqualTo("The value has 201 characters; 200 are allowed.");
  }

  @Test
  void tellsQuoteThatNeverCloses() throws IOException {
    Sampleton.Result result = read("unit", "key,name", "a,A", "b,\"B", "c,C" + "x".repeat(1 << 17));
    assertThat(result.places()).containsExactly("unit.csv:3 malformed-csv");
  }

  @Test
  void countsLinesAndNotRows() throws IOException {
    Sampleton.Result result = read("project", "key,title,number", "a,\"two\nlines\",1", "b,B,x");
    assertThat(result.places()).containsExactly("project.csv:4:3 (number) bad-number");
  }

  @Test
  void tellsAllFindingsOfAFileAtOnce() throws IOException {
    assertThat(
            read("project", "key,title,number,precision,day", "A,,x,y,z", "b,B,1,DAY,2025-01-01")
                .rules())
        .containsExactly("bad-key", "missing-value", "bad-number", "unknown-value", "bad-date");
  }

  @Test
  void keepsOnlySoManyFindingsAndSaysHowManyMore() throws IOException {
    DeliveryFolder folder = folder().table("unit", "key,name", "A,", "B,", "C,");
    Sampleton.Result result = new Sampleton(4).read(folder.write());
    assertThat(result.findings()).hasSize(5);
    assertThat(result.findings().stream().filter(f -> f.rule().equals("more-findings")))
        .extracting(f -> f.sentence().in(Language.EN))
        .containsExactly("More findings in this file: 2, 6 in all.");
  }

  @Test
  void withdrawalsAndCorrectionsNameTablesAndColumns() throws IOException {
    DeliveryFolder folder =
        folder()
            .table("withdrawals", "table,key,reason", "projekt,p,weg", "project,q,")
            .table(
                "corrections",
                "key,table,row,field,reason",
                "k-1,project,p,colour,Farbe",
                "k-2,project,p,title,Titel");
    assertThat(new Sampleton().read(folder.write()).findings())
        .extracting(f -> f.place() + " " + f.sentence().in(Language.EN))
        .containsExactly(
            "corrections.csv:2 Table project has no column “colour”. Allowed: title, url,"
                + " precision, unit, subject, from_on, to_on, day, number, amount, open, partners,"
                + " source, note.",
            "withdrawals.csv:2 There is no table “projekt”. Did you mean “project”?");
  }

  @Test
  void isKnownByItsValuesHoweverTheyAreWritten() throws IOException {
    byte[] digest = read("unit", "key,name", "a,A").digest();
    String semicolon = "\"dialect\": {\"delimiter\": \";\"}";
    DeliveryFolder other =
        folder().table("unit", StandardCharsets.UTF_8, semicolon, "name;key", "A;\"a\"");
    assertThat(new Sampleton().read(other.write()).digest()).isEqualTo(digest);
    assertThat(read("unit", "key,name", "a,B").digest()).isNotEqualTo(digest);
    assertThat(new Sampleton().read(folder().reconstructed("2025-01-01").write()).digest())
        .isNotEqualTo(digest);
  }
}
