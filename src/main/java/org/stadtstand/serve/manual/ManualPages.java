package org.stadtstand.serve.manual;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.stadtstand.ground.text.Language;

/**
 * Shows the documentation as pages, and GraphiQL beside the documented examples. What is for
 * readers is there in both languages; what is for engineers, in English.
 */
@Controller
class ManualPages {

  private static final String DECISIONS = "decisions/";

  private final Manual manual;
  private final ReaderTexts texts;

  ManualPages(Manual manual, ReaderTexts texts) {
    this.manual = manual;
    this.texts = texts;
  }

  @GetMapping({"/graphiql", "/en/graphiql"})
  ModelAndView graphiql(HttpServletRequest request) {
    Map<String, @Nullable Object> page = PageFrame.translated(request);
    page.put("real", manual.examples(false));
    page.put("invented", manual.examples(true));
    return new ModelAndView("graphiql", page);
  }

  @GetMapping({"/docs", "/en/docs"})
  ModelAndView contents(HttpServletRequest request) {
    Map<String, @Nullable Object> page = PageFrame.translated(request);
    Predicate<Chapter> decision = chapter -> chapter.name().startsWith(DECISIONS);
    List<Chapter> chapters = manual.chapters();
    Language language = PageFrame.of(request.getServletPath());
    page.put("readers", texts.list(language, false));
    page.put("legal", texts.list(language, true));
    page.put("chapters", chapters.stream().filter(decision.negate()).toList());
    page.put("decisions", chapters.stream().filter(decision).toList());
    page.put("real", manual.examples(false));
    page.put("invented", manual.examples(true));
    return new ModelAndView("docs", page);
  }

  @GetMapping({"/docs/{name}", "/en/docs/{name}"})
  ModelAndView chapter(@PathVariable String name, HttpServletRequest request) {
    Language language = PageFrame.of(request.getServletPath());
    Optional<ReaderPage> readers = ReaderPage.of(name);
    if (readers.isPresent()) {
      Map<String, @Nullable Object> page = PageFrame.translated(request);
      return shown(texts.chapter(readers.get(), language), page, request);
    }
    Chapter chapter = manual.chapter(name).orElseThrow(ManualPages::missing);
    return language == Language.EN
        ? moved("/docs/" + name)
        : shown(chapter, PageFrame.in(Language.EN, request), request);
  }

  /** Where people look for what the law asks for. */
  @GetMapping({"/impressum", "/datenschutz", "/barrierefreiheit"})
  ModelAndView legal(HttpServletRequest request) {
    return moved("/docs" + request.getServletPath());
  }

  @GetMapping("/docs/decisions/{name}")
  ModelAndView decision(@PathVariable String name, HttpServletRequest request) {
    Chapter chapter = manual.chapter(DECISIONS + name).orElseThrow(ManualPages::missing);
    return shown(chapter, PageFrame.in(Language.EN, request), request);
  }

  @GetMapping({"/docs/examples/{name}", "/en/docs/examples/{name}"})
  ModelAndView example(@PathVariable String name, HttpServletRequest request) {
    Map<String, @Nullable Object> page = PageFrame.translated(request);
    page.put("example", manual.example(name).orElseThrow(ManualPages::missing));
    return new ModelAndView("example", page);
  }

  private static ModelAndView shown(
      Chapter chapter, Map<String, @Nullable Object> page, HttpServletRequest request) {
    page.put("chapter", chapter.below(request.getContextPath()));
    return new ModelAndView("chapter", page);
  }

  private static ModelAndView moved(String path) {
    RedirectView there = new RedirectView(path, true);
    there.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
    return new ModelAndView(there);
  }

  private static ResponseStatusException missing() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
