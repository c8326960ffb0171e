package org.stadtstand.serve.pages;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.text.Language;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.record.time.ReleaseDirectory;
import org.stadtstand.serve.link.CanonicalQuestions;
import org.stadtstand.serve.link.NamedQuestion;
import org.stadtstand.serve.link.NamedQuestions;

/** The documented questions about a city, of those that come with this version. */
@Component
class CityStories {

  private final NamedQuestions questions;
  private final CanonicalQuestions wordings;
  private final ReleaseDirectory releases;

  CityStories(NamedQuestions questions, CanonicalQuestions wordings, ReleaseDirectory releases) {
    this.questions = questions;
    this.wordings = wordings;
    this.releases = releases;
  }

  /** Each with the name of its link and its title. */
  List<Map<String, String>> of(MunicipalityRef city, Language language) {
    return questions.all().stream()
        .filter(each -> isAbout(each, city))
        .map(
            each ->
                Map.of("name", each.name(), "title", language.pick(each.titleDe(), each.titleEn())))
        .toList();
  }

  /** A question that names no city is about the default one, which need not be there. */
  private boolean isAbout(NamedQuestion question, MunicipalityRef city) {
    String subject = wordings.of(question.question()).subject();
    return "".equals(subject)
        ? releases.present().defaultPlace().filter(city::equals).isPresent()
        : city.key().equals(subject);
  }
}
