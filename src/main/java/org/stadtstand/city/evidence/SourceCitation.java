package org.stadtstand.city.evidence;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.stadtstand.ground.text.Figures;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.time.Pin;

/**
 * A quotable reference: the sources, the newest first, and the state of the record that rests on
 * them. A reference to invented data says so first, because a quotation loses its context.
 *
 * @param city what it was called at that state
 */
record SourceCitation(List<Source> sources, Pin pin, Text city, LocalDate standsFor) {

  private static final Comparator<Source> NEWEST_FIRST =
      Comparator.comparing(SourceCitation::latest).reversed().thenComparing(Source::key);

  String in(Language language) {
    return sources.stream()
        .sorted(NEWEST_FIRST)
        .map(source -> reference(source, language))
        .collect(Collectors.joining("; ", warning(language), ". " + state(language)));
  }

  private static LocalDate latest(Source source) {
    PartialDate date = source.publishedOn() != null ? source.publishedOn() : source.retrievedOn();
    return date == null ? LocalDate.MIN : date.latest();
  }

  private static String reference(Source source, Language language) {
    return source.publisher()
        + ": "
        + source.title()
        + " ("
        + (source.kind() == SourceKind.DEMO ? "" : source.kind().phrase().in(language) + ", ")
        + date(source, language)
        + ")"
        + (source.url() == null ? "" : ", " + source.url());
  }

  // In a demonstration city every fact is invented, whatever source it names.
  private String warning(Language language) {
    boolean invented = sources.stream().anyMatch(source -> source.kind() == SourceKind.DEMO);
    return invented || pin.place().demo()
        ? language.pick("ERFUNDENE DEMODATEN – ", "INVENTED DEMO DATA – ")
        : "";
  }

  private static String date(Source source, Language language) {
    if (source.publishedOn() != null) {
      return new Figures(language).inSentence(source.publishedOn());
    }
    if (source.retrievedOn() != null) {
      return language.pick("abgerufen ", "retrieved ")
          + new Figures(language).when(source.retrievedOn());
    }
    return language == Language.DE ? "ohne Datum" : "undated";
  }

  private String state(Language language) {
    return (language == Language.DE
            ? "Stadtstand, %s, Stand %d vom %s."
            : "Stadtstand, %s, release %d of %s.")
        .formatted(city.in(language), pin.number(), new Figures(language).inSentence(standsFor));
  }
}
