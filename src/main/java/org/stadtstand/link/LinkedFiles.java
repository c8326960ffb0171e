package org.stadtstand.link;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.answer.FinishedAnswer;
import org.stadtstand.answer.FinishedAnswers;
import org.stadtstand.answer.Form;
import org.stadtstand.answer.FormKind;
import org.stadtstand.answer.Question;
import org.stadtstand.error.ApiError;
import org.stadtstand.error.ErrorCode;
import org.stadtstand.export.FinishedFile;
import org.stadtstand.export.Format;
import org.stadtstand.export.Formats;
import org.stadtstand.history.StateName;

/** Sends answers as JSON, or in the form that the end of an address or the caller asks for. */
@Component
class LinkedFiles {

  private static final String GRAPHQL_RESPONSE = "application/graphql-response+json";

  private final FinishedAnswers answers;
  private final Formats formats;
  private final Form response;

  LinkedFiles(FinishedAnswers answers, Formats formats, List<FormKind> kinds) {
    this.answers = answers;
    this.formats = formats;
    this.response =
        kinds.stream()
            .filter(kind -> kind.mediaType().equals(GRAPHQL_RESPONSE))
            .findFirst()
            .orElseThrow()
            .with(Map.of());
  }

  void send(
      Question question,
      @Nullable String suffix,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    FinishedAnswer answer = answers.finish(question, form(suffix, request));
    response.setStatus(answer.status());
    response.setContentType(answer.contentType());
    if (answer.whole()) {
      keep(response, question.state());
    } else {
      response.setHeader("Cache-Control", "no-store");
    }
    answer.headers().forEach(response::setHeader);
    switch (answer.content()) {
      case FinishedAnswer.Bytes made -> {
        response.setContentLength(made.bytes().length);
        response.getOutputStream().write(made.bytes());
      }
      case FinishedAnswer.Flow flow -> flow.writeTo(response.getOutputStream());
    }
  }

  private Form form(@Nullable String suffix, HttpServletRequest request) {
    Format format = suffix == null ? accepted(request).orElse(null) : named(suffix).orElse(null);
    if (format != null) {
      Map<String, String> parameters = new HashMap<>();
      request.getParameterMap().forEach((name, values) -> parameters.put(name, values[0]));
      return new FinishedFile(format.with(parameters));
    }
    boolean graphQl = suffix == null && accept(request).contains(GRAPHQL_RESPONSE);
    return graphQl ? response : new LinkedJson(response);
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

  /** An answer about now is good for a moment, a pinned one for ever. */
  static void keep(HttpServletResponse response, @Nullable StateName state) {
    response.setHeader(
        "Cache-Control", state == null ? "max-age=60, public" : "max-age=86400, public, immutable");
    response.setHeader("Vary", "Accept");
  }
}
