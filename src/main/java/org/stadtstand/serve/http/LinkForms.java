package org.stadtstand.serve.http;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.serve.format.FinishedFile;
import org.stadtstand.serve.format.Form;
import org.stadtstand.serve.format.FormKind;
import org.stadtstand.serve.format.Format;
import org.stadtstand.serve.format.Formats;
import org.stadtstand.serve.link.LinkedQuestion;

/** Finds the form that the end of an address, or else its caller, asks for. */
@Component
class LinkForms {

  private static final String GRAPHQL_RESPONSE = "application/graphql-response+json";

  private final Formats formats;
  private final AnswerPage page;
  private final Mustache.Compiler templates;
  private final Form response;
  private @Nullable Template template;

  LinkForms(Formats formats, AnswerPage page, Mustache.Compiler templates, List<FormKind> kinds) {
    this.formats = formats;
    this.page = page;
    this.templates = templates;
    this.response =
        kinds.stream()
            .filter(kind -> kind.mediaType().equals(GRAPHQL_RESPONSE))
            .findFirst()
            .orElseThrow()
            .with(Map.of());
  }

  Form form(LinkedQuestion linked, @Nullable String suffix, HttpServletRequest request) {
    boolean asPage = suffix == null ? Refused.acceptsPage(request) : suffix.equals("html");
    if (asPage) {
      PageForm.Place place = new PageForm.Place(server(), request.getContextPath());
      return new PageForm(page, template(), linked, place, language(request));
    }
    Optional<Snippet> snippet = Snippet.ofSuffix(suffix);
    if (snippet.isPresent()) {
      return new SnippetForm(snippet.get(), server());
    }
    Format format = suffix == null ? accepted(request).orElse(null) : named(suffix).orElse(null);
    if (format != null) {
      Map<String, String> parameters = new HashMap<>();
      request.getParameterMap().forEach((name, values) -> parameters.put(name, values[0]));
      return new FinishedFile(format.with(parameters));
    }
    boolean graphQl = suffix == null && accept(request).contains(GRAPHQL_RESPONSE);
    return graphQl ? response : new LinkedJson(response);
  }

  /** What describes a CSV is found beside it, and takes the same parameters. */
  static String described(HttpServletRequest request) {
    String path = request.getRequestURI();
    String query = request.getQueryString();
    return "<%s-metadata.json%s>; rel=\"describedby\"; type=\"application/csvm+json\""
        .formatted(path.substring(path.lastIndexOf('/') + 1), query == null ? "" : "?" + query);
  }

  /** The address of this server, as its caller sees it. */
  static String server() {
    return ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
  }

  /** Read when it is first needed: commands show no page. */
  private synchronized Template template() {
    Template read = template == null ? templates.loadTemplate("answer") : template;
    template = read;
    return read;
  }

  private Optional<Format> accepted(HttpServletRequest request) {
    String accept = accept(request);
    return formats.all().stream().filter(format -> accept.contains(format.mediaType())).findFirst();
  }

  private static String accept(HttpServletRequest request) {
    String accept = request.getHeader("Accept");
    return accept == null ? "" : accept;
  }

  private Optional<Format> named(String suffix) {
    Optional<Format> format = formats.ofSuffix(suffix);
    if (format.isEmpty() && !suffix.equals("json")) {
      throw new ApiError(
          ErrorCode.BAD_LINK,
          "There is no form called ." + suffix + ".",
          "Leave it out, or use .html, .json, .csv, .xlsx, .bib, .ris, .csl.json, .py, .R or .sh.");
    }
    return format;
  }

  private static String language(HttpServletRequest request) {
    String language = request.getParameter("lang");
    if (language == null || language.equals("de") || language.equals("en")) {
      return language == null ? "de" : language;
    }
    throw new ApiError(
        ErrorCode.BAD_ARGUMENT, "lang cannot be \"" + language + "\".", "Use lang=de or lang=en.");
  }
}
