package org.stadtstand.serve.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.mock.env.MockEnvironment;
import org.stadtstand.ground.text.Language;

/** What readers are told where the operator wrote something, and where not. */
class ReaderTextsTests {

  @TempDir private Path folder = Path.of("");

  @Test
  void theLawsTextsAreTheOperatorsAndSayWhereTheyAreMissing() throws IOException {
    Files.writeString(folder.resolve("impressum.de.md"), "# Impressum\n\nStadt <Musterstadt>\n");
    ReaderTexts texts = texts("mailto:rat@stadt.example", false);
    assertThat(html(texts, ReaderPage.IMPRINT, Language.DE))
        .contains("<h1 id=\"impressum\">", "Stadt &lt;Musterstadt&gt;")
        .doesNotContain("hinterlegt");
    assertThat(html(texts, ReaderPage.IMPRINT, Language.EN))
        .contains("Stadt &lt;Musterstadt&gt;", "in German only");
    assertThat(html(texts, ReaderPage.PRIVACY, Language.DE))
        .contains("keine Datenschutzerklärung hinterlegt", "href=\"mailto:rat@stadt.example\"");
    assertThat(html(texts, ReaderPage.ACCESSIBILITY, Language.EN))
        .contains("has given no statement of its own", "What is not good yet");
  }

  @Test
  void whatTheServerDoesStandsBelowWhatTheOperatorWrites() throws IOException {
    Files.writeString(folder.resolve("datenschutz.de.md"), "# Datenschutz\n\nWir.\n");
    assertThat(html(texts("", false), ReaderPage.PRIVACY, Language.DE))
        .contains("Wir.", "Keine Cookies", "Kein Zugriffsprotokoll");
    assertThat(html(texts("", true), ReaderPage.PRIVACY, Language.DE))
        .contains("Ein Zugriffsprotokoll")
        .doesNotContain("Kein Zugriffsprotokoll");
  }

  @ParameterizedTest
  @EnumSource
  void bothLanguagesHaveTheSamePartsAndNothingIsLeftOpen(ReaderPage page) {
    ReaderTexts texts = texts("", false);
    String german = html(texts, page, Language.DE);
    String english = html(texts, page, Language.EN);
    assertThat(german).isNotEqualTo(english).doesNotContain("{{", "{#");
    assertThat(english).doesNotContain("{{", "{#", "href=\"/duesseldorf", "href=\"/docs/glossar");
    assertThat(ids(german)).isEqualTo(ids(english));
    assertThat(texts.chapter(page, Language.DE).about()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rat@stadt.example", "javascript:alert(1)", "mailto:", "https://a b"})
  void anAddressOfAnotherKindStopsTheStart(String contact) {
    assertThatThrownBy(() -> new OperatorSettings(folder, contact))
        .hasMessageContaining("operator.contact");
  }

  private ReaderTexts texts(String contact, boolean logged) {
    return new ReaderTexts(
        new PathMatchingResourcePatternResolver(),
        new OperatorSettings(folder, contact),
        new MockEnvironment()
            .withProperty("server.tomcat.accesslog.enabled", String.valueOf(logged)));
  }

  private static String html(ReaderTexts texts, ReaderPage page, Language language) {
    return texts.chapter(page, language).html();
  }

  /** The names of the headings below the first, which links lead to. */
  private static List<String> ids(String html) {
    return Pattern.compile("<h2 id=\"([^\"]+)\"")
        .matcher(html)
        .results()
        .map(id -> id.group(1))
        .toList();
  }
}
