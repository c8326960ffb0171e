package org.stadtstand.serve.pages;

import com.samskivert.mustache.Mustache;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.stadtstand.ground.text.Language;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.record.time.ReleaseDirectory;
import org.stadtstand.serve.request.Question;
import org.stadtstand.serve.response.ResponseHandler;
import org.stadtstand.serve.view.PreferredLanguage;

/**
 * The first page. Where one city is, it is that city's own; where there are several, or none, it
 * lists them. An invented city never counts as one. Only at {@code /} does the browser's language
 * decide, and only whether to lead to {@code /en}; {@code /de} is the same page without that.
 */
@Controller
class HomePage {

  private final ReleaseDirectory releases;
  private final RecordPages pages;
  private final ResponseHandler handler;
  private final Mustache.Compiler templates;

  HomePage(
      ReleaseDirectory releases,
      RecordPages pages,
      ResponseHandler handler,
      Mustache.Compiler templates) {
    this.releases = releases;
    this.pages = pages;
    this.handler = handler;
    this.templates = templates;
  }

  @GetMapping("/")
  void first(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (PreferredLanguage.of(request.getHeader("Accept-Language")) == Language.EN) {
      response.setHeader("Vary", "Accept-Language");
      response.sendRedirect(request.getContextPath() + "/en", 302);
    } else {
      home(Language.DE, "Accept-Language", request, response);
    }
  }

  @GetMapping("/de")
  void german(HttpServletRequest request, HttpServletResponse response) throws IOException {
    home(Language.DE, "", request, response);
  }

  @GetMapping("/en")
  void english(HttpServletRequest request, HttpServletResponse response) throws IOException {
    home(Language.EN, "", request, response);
  }

  private void home(
      Language language, String vary, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<MunicipalityRef> city = onlyOne(releases.present().places());
    if (city.isPresent()) {
      PageAddress address = PageAddress.plain(city.get(), PageKind.CITY, "", language);
      pages.send(address, vary, request, response);
    } else {
      cities(language, vary, request, response);
    }
  }

  /** The city that this installation is about, if it is about one. */
  static Optional<MunicipalityRef> onlyOne(List<MunicipalityRef> places) {
    List<MunicipalityRef> cities =
        places.stream().filter(Predicate.not(MunicipalityRef::demo)).toList();
    return cities.size() == 1 ? Optional.of(cities.getFirst()) : Optional.empty();
  }

  @GetMapping("/staedte")
  void germanCities(HttpServletRequest request, HttpServletResponse response) throws IOException {
    cities(Language.DE, "", request, response);
  }

  @GetMapping("/en/staedte")
  void englishCities(HttpServletRequest request, HttpServletResponse response) throws IOException {
    cities(Language.EN, "", request, response);
  }

  private void cities(
      Language language, String vary, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Map<String, @Nullable Object> variables = Map.of("lang", language.name());
    Question question = new Question(SavedDocuments.read("staedte"), null, variables, null);
    CitiesPage page = new CitiesPage(templates, language, request.getContextPath());
    handler.send(request, response, handler.ask(request, question, page), vary);
  }
}
