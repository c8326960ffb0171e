package org.stadtstand.serve.manual;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Shows the documentation as pages, and GraphiQL beside the documented examples. */
@Controller
class ManualPages {

  private final Manual manual;

  ManualPages(Manual manual) {
    this.manual = manual;
  }

  @GetMapping("/graphiql")
  ModelAndView graphiql() {
    return new ModelAndView("graphiql", lists());
  }

  @GetMapping("/docs")
  ModelAndView contents() {
    return new ModelAndView("docs", lists());
  }

  @GetMapping("/docs/{name}")
  ModelAndView chapter(@PathVariable String name, HttpServletRequest request) {
    Chapter chapter = manual.chapter(name).orElseThrow(ManualPages::missing);
    PageLanguage.set(request, Locale.ENGLISH);
    return new ModelAndView("chapter", "chapter", chapter);
  }

  @GetMapping("/docs/decisions/{name}")
  ModelAndView decision(@PathVariable String name, HttpServletRequest request) {
    return chapter("decisions/" + name, request);
  }

  @GetMapping("/docs/examples/{name}")
  ModelAndView example(@PathVariable String name) {
    return new ModelAndView(
        "example", "example", manual.example(name).orElseThrow(ManualPages::missing));
  }

  private Map<String, Object> lists() {
    return Map.of(
        "chapters", manual.chapters(),
        "real", manual.examples(false),
        "invented", manual.examples(true));
  }

  private static ResponseStatusException missing() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
