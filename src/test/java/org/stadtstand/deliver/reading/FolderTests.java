package org.stadtstand.deliver.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadtstand.deliver.finding.FindingLevel;
import org.stadtstand.ground.text.Language;

/** A delivery folder contains the files that its description names. */
class FolderTests {

  @TempDir Path parent;

  private DeliveryFolder folder() {
    return new DeliveryFolder(parent, "01-sample").table("unit", "key,name", "a,A");
  }

  @Test
  void mustBeThere() throws IOException {
    Sampleton.Result result = new Sampleton().read(parent.resolve("nowhere"));
    assertThat(result.rules()).containsExactly("no-folder");
    assertThat(result.only().folder()).isEqualTo("nowhere");
  }

  @Test
  void isNoFolderOfDeliveries() throws IOException {
    Files.createDirectories(parent.resolve("city"));
    new DeliveryFolder(parent.resolve("city"), "01-first").write();
    new DeliveryFolder(parent.resolve("city"), "02-next").write();
    Files.createDirectories(parent.resolve("empty"));
    assertThat(new Sampleton().read(parent.resolve("city")).only().sentence().de())
        .isEqualTo(
            "Im Ordner fehlt datapackage.json; gemeint ist wohl ein Ordner darin: 01-first,"
                + " 02-next.");
    assertThat(new Sampleton().read(parent).only().sentence().en())
        .isEqualTo("The folder has no datapackage.json; a folder in it is probably meant: city.");
    assertThat(new Sampleton().read(parent.resolve("empty")).rules())
        .containsExactly("no-description");
  }

  @Test
  void holdsEveryFileThatIsNamed() throws IOException {
    Sampleton.Result result = new Sampleton().read(folder().resource("project", "").write());
    assertThat(result.places()).containsExactly("project.csv missing-file");
  }

  @ParameterizedTest
  @CsvSource({
    "./unit.csv, unit.csv",
    ".//./unit.csv, unit.csv",
    "Ämter.csv, Ämter.csv",
    "A\u0308mter.csv, Ämter.csv",
    "Ämter.csv, A\u0308mter.csv",
    "./A\u0308mter (neu).csv, A\u0308mter (neu).csv",
    "Straße & Brücke.csv, Straße & Brücke.csv",
  })
  void findsItsFilesHoweverTheyAreCalled(String path, String file) throws IOException {
    DeliveryFolder folder = new DeliveryFolder(parent, "01-sample");
    folder.file(file, "key,name\na,A".getBytes(StandardCharsets.UTF_8));
    folder.resource("unit", "\"path\": \"%s\"".formatted(path));
    Sampleton.Result result = new Sampleton().read(folder.write());
    assertThat(result.findings()).isEmpty();
    assertThat(result.rows()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../unit.csv",
        "./../unit.csv",
        "..",
        "./..",
        "/unit.csv",
        ".//unit.csv/../unit.csv",
        "tables/unit.csv",
        "..\\\\unit.csv",
        "C:unit.csv",
        ".unit.csv",
        "./",
        "https://example.org/unit.csv",
      })
  void findsNoFileElsewhere(String path) throws IOException {
    DeliveryFolder folder = folder().resource("unit", "\"path\": \"%s\"".formatted(path));
    Files.copy(folder.path().resolve("unit.csv"), parent.resolve("unit.csv"));
    Sampleton.Result result = new Sampleton().read(folder.write());
    assertThat(result.rules()).contains("bad-path");
    assertThat(result.rows()).isEmpty();
  }

  @Test
  void namesAFileWhoseNameIsThatOfAnother() throws IOException {
    DeliveryFolder folder = new DeliveryFolder(parent, "01-sample");
    folder.file("A\u0308mter.csv", "key,name\na,A".getBytes(StandardCharsets.UTF_8));
    folder.file("Ämter.csv", "key,name\nb,B".getBytes(StandardCharsets.UTF_8));
    folder.resource("unit", "\"path\": \"Ämter.csv\"");
    assertThat(new Sampleton().read(folder.write()).places())
        .containsExactly("Ämter.csv unknown-file");
  }

  @Test
  void followsNoLinkUnderAnyName() throws IOException {
    DeliveryFolder folder = new DeliveryFolder(parent, "01-sample");
    Path outside = Files.writeString(parent.resolve("outside.csv"), "key,name\na,A");
    Files.createSymbolicLink(folder.path().resolve("A\u0308mter.csv"), outside);
    folder.resource("unit", "\"path\": \"./Ämter.csv\"");
    Sampleton.Result result = new Sampleton().read(folder.write());
    assertThat(result.rules()).containsExactly("symbolic-link");
    assertThat(result.rows()).isEmpty();
  }

  /** The file is "key,name", a line feed and "a,A". */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"bytes\": 12",
        "\"hash\": \"sha256:2c4f741ecc7b3f90760b1a74fc78956f9bffc934108da06a9a4e2bba5dc36120\"",
        "\"hash\": \"SHA256:2C4F741ECC7B3F90760B1A74FC78956F9BFFC934108DA06A9A4E2BBA5DC36120\"",
        "\"hash\": \"sha1:efd4ba68c2f113bdcc3f02ec88aa338f12cc3c49\", \"bytes\": 12",
        "\"hash\": \"md5:c9b62b911753abf804962a582d4e626d\"",
        "\"hash\": \"c9b62b911753abf804962a582d4e626d\""
      })
  void holdsTheFilesThatAreDescribed(String told) throws IOException {
    assertThat(new Sampleton().read(folder().resource("unit", told).write()).findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          "bytes": 16 | bytes is 12 instead of 16
          "bytes": 0 | bytes is 12 instead of 0
          "bytes": 18446744073709551628 | bytes is 12 instead of 18446744073709551628
          "hash": "md5:c9b62b911753abf804962a582d4e626e" | \
          hash is md5:c9b62b911753abf804962a582d4e626d instead of md5:c9b62b911753abf804962a582d4e626e
          """)
  void holdsNoPartOfAFile(String told, String sentence) throws IOException {
    Sampleton.Result result = new Sampleton().read(folder().resource("unit", told).write());
    assertThat(result.places()).containsExactly("unit.csv other-content");
    assertThat(result.only().sentence().en())
        .isEqualTo("The file is not the one that datapackage.json describes: " + sentence + ".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"bytes\": -1",
        "\"bytes\": 12.5",
        "\"bytes\": \"12\"",
        "\"hash\": 12",
        "\"hash\": \"\"",
        "\"hash\": \"crc32:00000000\"",
        "\"hash\": \"sha256:c9b62b911753abf804962a582d4e626d\"",
        "\"hash\": null"
      })
  void saysWhatItsFilesAreInAKnownWay(String told) throws IOException {
    assertThat(new Sampleton().read(folder().resource("unit", told).write()).rules())
        .containsExactly("bad-property");
  }

  @Test
  void holdsNoTableThatIsNotNamed() throws IOException {
    Sampleton.Result result = new Sampleton().read(folder().file("extra.csv", new byte[1]).write());
    assertThat(result.places()).containsExactly("extra.csv unknown-file");
    assertThat(result.only().level()).isEqualTo(FindingLevel.ERROR);
  }

  @Test
  void mayHoldThingsThatBelongToNobody() throws IOException {
    folder().file("notes.txt", new byte[1]).file("README.md", new byte[1]);
    Sampleton.Result result = new Sampleton().read(folder().file(".DS_Store", new byte[1]).write());
    assertThat(result.places()).containsExactly("notes.txt foreign-file");
    assertThat(result.only().level()).isEqualTo(FindingLevel.WARNING);
  }

  @Test
  void namesTablesWhereTheyAreNotLookedFor() throws IOException {
    DeliveryFolder folder = folder().file("project.CSV", new byte[1]);
    Files.createDirectories(folder.path().resolve("tables"));
    byte[] bytes = new Sampleton().deliveries().bytes(folder.write());
    Files.write(folder.path().resolve("tables/project.csv"), new byte[1]);
    assertThat(new Sampleton().read(folder.write()).places())
        .containsExactly("project.CSV unknown-file", "tables foreign-file");
    assertThat(new Sampleton().deliveries().bytes(folder.path())).isEqualTo(bytes);
  }

  @Test
  void refusesFileOf200MegabytesWithoutReadingIt() throws IOException {
    Path folder = folder().resource("project", "").write();
    try (RandomAccessFile file =
        new RandomAccessFile(folder.resolve("project.csv").toFile(), "rw")) {
      file.setLength(200_000_000);
    }
    Sampleton.Result result = new Sampleton().read(folder);
    assertThat(result.places()).containsExactly("project.csv file-too-large");
    assertThat(result.only().sentence().in(Language.DE))
        .isEqualTo(
            "Die Datei hat 200 MB; erlaubt sind 104 MB. Sie wurde nicht gelesen. Die Lieferung"
                + " aufteilen oder delivery.max-file-size anheben.");
    assertThat(result.rows()).hasSize(1);
    assertThat(new Sampleton().deliveries().bytes(folder)).isEmpty();
  }

  @Test
  void isKnownByItsBytes() throws IOException {
    Deliveries deliveries = new Sampleton().deliveries();
    byte[] bytes = deliveries.bytes(folder().write());
    assertThat(deliveries.bytes(folder().write())).isEqualTo(bytes);
    assertThat(deliveries.bytes(folder().table("unit", "key,name", "a,B").write()))
        .isNotEqualTo(bytes);
  }
}
