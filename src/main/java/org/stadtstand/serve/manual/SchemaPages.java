package org.stadtstand.serve.manual;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.stadtstand.ground.text.Language;

/**
 * The schema as pages, one for each type, so that a field can be linked to: {@code
 * /docs/schema/Target#outcome}.
 */
@Controller
class SchemaPages {

  private final GraphQlSource source;
  private @Nullable Map<String, SchemaEntry> entries;

  SchemaPages(GraphQlSource source) {
    this.source = source;
  }

  @GetMapping("/docs/schema")
  ModelAndView contents(HttpServletRequest request) {
    Map<String, @Nullable Object> page = PageFrame.in(Language.EN, request);
    page.put("subjects", of("type", false));
    page.put("carriers", of("type", true));
    page.put("interfaces", of("interface", false));
    page.put("enumerations", of("enumeration", false));
    page.put("inputs", of("input", false));
    page.put("scalars", of("scalar", false));
    return new ModelAndView("schema", page);
  }

  @GetMapping("/docs/schema/{type}")
  ModelAndView type(@PathVariable String type, HttpServletRequest request) {
    SchemaEntry entry = entries().get(type);
    if (entry == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    Map<String, @Nullable Object> page = PageFrame.in(Language.EN, request);
    page.put("entry", entry);
    return new ModelAndView("schema-type", page);
  }

  /**
   * The entries of a kind.
   *
   * @param carrier whether those that only carry others: pages of lists and what is counted of them
   */
  private List<SchemaEntry> of(String kind, boolean carrier) {
    return entries().values().stream()
        .filter(entry -> entry.kind().equals(kind))
        .filter(entry -> carrier == (kind.equals("type") && isCarrier(entry.name())))
        .toList();
  }

  private static boolean isCarrier(String name) {
    return name.matches(".*(Connection|Edge|Aggregates|Group|GroupConnection|GroupKeys|Facets?)");
  }

  /** Read on first use, because commands show no page. */
  private synchronized Map<String, SchemaEntry> entries() {
    Map<String, SchemaEntry> read = entries == null ? SchemaReference.of(source.schema()) : entries;
    entries = read;
    return read;
  }
}
