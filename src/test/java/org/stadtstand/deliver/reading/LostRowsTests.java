package org.stadtstand.deliver.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stadtstand.deliver.finding.FindingLevel;
import org.stadtstand.ground.text.Language;

/** No row of a file disappears without a finding, and none is read that is not in the file. */
class LostRowsTests {

  @TempDir private Path parent;

  private Sampleton.Result read(String lines) throws IOException {
    DeliveryFolder folder = new DeliveryFolder(parent, "01-sample").resource("project", "");
    folder.file("project.csv", lines.replace("|", "\n").getBytes(StandardCharsets.UTF_8));
    return new Sampleton().read(folder.write());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      textBlock =
          """
          2; key,title,note|a,"A,|b,B,|c,C,
          3; key,title,note|a,A,|b,B,"open|c,C,|d,D,
          3; key,title,note|a,A,|b,B,"|
          4; key,title,note|a,"two|lines",|b,"B,|c,C,
          2; key,title,note|a,"A ""said"",|b,B,
          2; key,title,note|a,"A" and more,|b,B,
          2; key,title,note|a,"open,|b,"B",|c,C,
          2; key,title,note|a,"A" "B",|b,B,
          3; key,title,note|a,"A" , "n" |b, "open,|c,C,
          1; key,"title,note|a,A,|b,B,
          3; key,title,note|a,"A",""|b,"B","said ""|c,C,
          """)
  void aQuoteThatDoesNotCloseIsReportedWhereItOpens(long line, String lines) throws IOException {
    Sampleton.Result result = read(lines);
    assertThat(result.places()).containsExactly("project.csv:" + line + " malformed-csv");
    assertThat(result.only().level()).isEqualTo(FindingLevel.ERROR);
  }

  @Test
  void linesAreCountedWhateverEndsThem() throws IOException {
    for (String end : List.of("\r\n", "\r", "\n")) {
      assertThat(read("key,title,note|a,\"two|lines\",|b,\"open,|c,C,".replace("|", end)).places())
          .containsExactly("project.csv:4 malformed-csv");
    }
  }

  @Test
  void aQuoteThatClosesRowsLaterIsReported() throws IOException {
    Sampleton.Result result = read("key,title,note|a,A,\"open|b,B,|c,C,\"|d,D,");
    assertThat(result.places()).containsExactly("project.csv:2 rows-in-field");
    assertThat(read("key,title,note|a,\"Wer, was, wann|und wo, und wie\",|b,B,").findings())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      textBlock =
          """
          key,title,note|a,A,n|,,
          key,title,note|a,A,n|,,|,,|,,|
          key,title,note|a,A,n| ,\u00A0,"" |"","",|
          key,title,note|a,A,n|||
          """)
  void rowsWithoutValuesAtTheEndAreIgnored(String lines) throws IOException {
    Sampleton.Result result = read(lines);
    assertThat(result.findings()).isEmpty();
    assertThat(result.rows()).extracting(DeliveredRow::key).containsExactly("a");
  }

  @Test
  void aRowWithoutValuesInTheMiddleIsReported() throws IOException {
    assertThat(read("key,title,note|a,A,n|,,|b,B,n").places())
        .contains("project.csv:3:1 (key) missing-value");
  }

  @Test
  void onlyRowsWithoutValuesAreAnEmptyList() throws IOException {
    assertThat(read("key,title,note|,,|,,").rules()).containsExactly("no-rows");
  }

  @Test
  void linksAreNotFollowed() throws IOException {
    Path secret = Files.writeString(parent.resolve("secret.csv"), "key,title\na,A\n");
    DeliveryFolder folder = new DeliveryFolder(parent, "01-sample").resource("project", "");
    Files.createSymbolicLink(folder.path().resolve("project.csv"), secret);
    Files.createSymbolicLink(folder.path().resolve("other.txt"), secret);
    Sampleton.Result result = new Sampleton().read(folder.write());
    assertThat(result.places())
        .containsExactly("other.txt symbolic-link", "project.csv symbolic-link");
    assertThat(result.rows()).isEmpty();
    Path link = Files.createSymbolicLink(parent.resolve("link"), folder.path());
    assertThat(new Sampleton().read(link).rules()).containsExactly("symbolic-link");
  }

  @Test
  void aLinkedDescriptionIsNotFollowed() throws IOException {
    Path whole = new DeliveryFolder(parent, "whole").write().resolve("datapackage.json");
    DeliveryFolder folder = new DeliveryFolder(parent, "02-sample");
    Files.createSymbolicLink(folder.path().resolve("datapackage.json"), whole);
    assertThat(new Sampleton().read(folder.path()).rules())
        .containsExactly("no-description", "symbolic-link");
  }

  @Test
  void namesInTheWordsOfALabelAreUnderstood() throws IOException {
    assertThat(read("key,title,Quelle|a,A,page").only().sentence().in(Language.EN))
        .isEqualTo("Table project has no column “Quelle”. Did you mean “source”?");
    assertThat(read("key,title,Bemerkungen|a,A,x").only().sentence().de())
        .startsWith("Die Spalte „Bemerkungen“ gibt es in der Tabelle project nicht. Erlaubt: key,")
        .doesNotContain("Meinten");
  }
}
