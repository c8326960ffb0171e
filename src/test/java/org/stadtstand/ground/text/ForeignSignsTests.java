package org.stadtstand.ground.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A German text that was read in another encoding is known by its words, and no other text is. */
class ForeignSignsTests {

  private static String misread(String text, String encoding, String other) {
    byte[] bytes = text.getBytes(Charset.forName(encoding));
    // Java has no character for the byte with which CP850 writes a small u with dots.
    return new String(bytes, Charset.forName(other)).replace('\uFFFD', '\u0081');
  }

  @Test
  void theSignsAreThoseOfTheEncodings() {
    for (ForeignSigns each : ForeignSigns.ALL) {
      assertThat(misread("äöüÄÖÜß", each.encoding(), each.other())).isEqualTo(each.signs());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Grün",
        "Straße",
        "für die Bürgerinnen und Bürger",
        "Maßnahmen zur Förderung",
        "Die Stadt prüft das",
        "STADTWERKE: Gebäude mit Öffentlichkeit",
        "„Übersicht“ der Ämter",
        "Änderung",
        "Zuständigkeit nach § 5",
        "können, müssen",
        "Größe",
      })
  void whatIsMisreadIsToldAndMended(String text) {
    for (ForeignSigns each : ForeignSigns.ALL) {
      String given = text.replaceAll("[„“§]", "");
      String garbled = misread(given, each.encoding(), each.other());
      assertThat(ForeignSigns.of(garbled).map(found -> found.saved(garbled)))
          .as(garbled)
          .contains(given);
      assertThat(Mojibake.is(garbled)).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Stra§e, MacRoman, windows-1252",
    "GrŸn, MacRoman, windows-1252",
    "GrÅn, CP850, MacRoman",
    "Geb„ude, CP850, windows-1252",
    "f¸r, windows-1252, MacRoman",
    "F÷rderung, windows-1252, CP850",
    "Prьfung, windows-1252, windows-1251",
  })
  void theEncodingIsNamed(String text, String encoding, String other) {
    assertThat(ForeignSigns.of(text))
        .hasValueSatisfying(
            found ->
                assertThat(List.of(found.encoding(), found.other()))
                    .containsExactly(encoding, other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Größe der Straße",
        "São Paulo, Málaga, Škoda, Žižkov, Łódź, İzmir, Ångström, Åberg, Åbergs, Århus",
        "Bürger·innen und Lehrer·innen",
        "Lehrer·innen",
        "nach § 5 Abs. 2 und §§ 7, 8",
        "BauGB§34",
        "das„Wort”und…noch eines",
        "30 € je m³, 5‰, 20 %, ±2 °C",
        "Marke™ und Marke™s",
        "†1945 und *1901",
        "Tomáš Dvořák, Citroën, Crème brûlée, La flèche, nîmes, être, après",
        "Москва, Прага, Ωmega, Δt",
        "eGovernment, iPhone, McDonald, DüsselDorf, GmbH & Co. KG",
        "12÷4 = 3, a÷b, ½, n³, xⁿ",
        "ﬂach, Grünﬂäche",
        "Bjørn, Jørgen, Malmö, Göteborg, åberopa",
        "",
        "§",
        "€",
      })
  void whatIsMeantIsLeftAlone(String text) {
    assertThat(ForeignSigns.of(text)).isEmpty();
  }

  /** All texts of the record that this program comes with, and its German documentation. */
  @Test
  void noPublishedTextIsTakenForAnother() throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("seed-data"))) {
      for (Path file : files.filter(ForeignSignsTests::isText).toList()) {
        Files.readAllLines(file).stream()
            .flatMap(line -> Stream.of(line.split("[,|]")))
            .filter(cell -> ForeignSigns.of(cell).isPresent())
            .forEach(found::add);
      }
    }
    assertThat(found).isEmpty();
  }

  private static boolean isText(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(csv|json|md)");
  }
}
