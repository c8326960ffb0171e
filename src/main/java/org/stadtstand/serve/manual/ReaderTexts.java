package org.stadtstand.serve.manual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.text.Language;

/**
 * The documentation for readers in both languages. Where the law wants a text of the operator, it
 * is theirs, or says that there is none; what the server itself does stands below it in any case.
 */
@Component
class ReaderTexts {

  private static final String LOG = "server.tomcat.accesslog.enabled";

  private final ResourcePatternResolver resources;
  private final OperatorSettings operator;
  private final boolean logged;
  private final Map<Language, Map<ReaderPage, Chapter>> chapters = new EnumMap<>(Language.class);

  ReaderTexts(
      ResourcePatternResolver resources, OperatorSettings operator, Environment environment) {
    this.resources = resources;
    this.operator = operator;
    this.logged = environment.getProperty(LOG, Boolean.class, false);
    for (Language language : Language.values()) {
      Map<ReaderPage, Chapter> written = new EnumMap<>(ReaderPage.class);
      for (ReaderPage page : ReaderPage.values()) {
        written.put(page, Chapter.read(page.path(), markdown(page, language)));
      }
      chapters.put(language, written);
    }
  }

  Chapter chapter(ReaderPage page, Language language) {
    return Objects.requireNonNull(all(language).get(page));
  }

  /** All in their order, of those that are the operator's to write or of the others. */
  List<Chapter> list(Language language, boolean operators) {
    return Stream.of(ReaderPage.values())
        .filter(page -> page.isOperators() == operators)
        .map(page -> chapter(page, language))
        .toList();
  }

  private Map<ReaderPage, Chapter> all(Language language) {
    return Objects.requireNonNull(chapters.get(language));
  }

  private String markdown(ReaderPage page, Language language) {
    String told = page.isOperators() ? operators(page, language) : "";
    String text = told.isEmpty() ? ours(page.path(), language) : told;
    return text + "\n\n" + ours(page.path() + "-server", language);
  }

  /** In the reader's language, or else in German, which the law asks for; empty if not given. */
  private String operators(ReaderPage page, Language language) {
    String own = file(page, language);
    if (!own.isEmpty() || language == Language.DE) {
      return own;
    }
    String german = file(page, Language.DE);
    return german.isEmpty() ? "" : german + "\n\n*The operator has written this in German only.*";
  }

  private String file(ReaderPage page, Language language) {
    Path file = operator.texts().resolve(page.path() + "." + language.pick("de", "en") + ".md");
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException("A text of the operator cannot be read: " + file, e);
    }
  }

  private String ours(String name, Language language) {
    Resource file =
        resources.getResource("classpath:docs/leser/" + language.pick("de/", "en/") + name + ".md");
    try {
      return file.exists()
          ? file.getContentAsString(StandardCharsets.UTF_8)
              .replace("{{kontakt}}", contact(language))
              .replace("{{protokoll}}", log(language))
          : "";
    } catch (IOException e) {
      throw new UncheckedIOException("The documentation cannot be read: " + name, e);
    }
  }

  private String contact(Language language) {
    String address = operator.contact();
    if (address.isEmpty()) {
      return language.pick(
          "Eine Anschrift hat der Betreiber nicht hinterlegt. Am Fuß der Seiten jeder Stadt steht,"
              + " wohin Fragen zu ihren Daten gehen.",
          "The operator has given no address. The foot of the pages of each city says where"
              + " questions about its data go.");
    }
    String shown = address.replaceFirst("^(mailto:|https?://)", "");
    return language.pick("Anschrift: ", "Write to: ") + "[" + shown + "](" + address + ")";
  }

  private String log(Language language) {
    return "- "
        + (logged
            ? language.pick(
                "**Ein Zugriffsprotokoll.** Der Betreiber hat es eingeschaltet: Zu jedem Abruf"
                    + " werden IP-Adresse, Zeit und Seite aufgeschrieben. Wie lange das"
                    + " aufgehoben wird, kann nur er sagen.",
                "**A log of requests.** The operator has turned it on: the IP address, the time"
                    + " and the page of every request are written down. Only the operator can"
                    + " say how long they are kept.")
            : language.pick(
                "**Kein Zugriffsprotokoll.** Der Server schreibt nicht auf, welche Adresse"
                    + " welche Seite abgerufen hat. Im Betriebsprotokoll stehen Fehler des"
                    + " Programms, keine Adressen von Leserinnen und Lesern.",
                "**No log of requests.** The server does not write down which address fetched"
                    + " which page. Its own log holds mistakes of the program, and no addresses"
                    + " of readers."));
  }
}
