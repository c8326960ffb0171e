package org.stadtstand.serve.view;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.encoding.JsonCodec;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.answer.Inquiry;
import org.stadtstand.serve.answer.StateDescription;
import org.stadtstand.serve.citation.AnswerCitations;
import org.stadtstand.serve.format.Formats;
import org.stadtstand.serve.format.Representation;
import org.stadtstand.serve.link.GraphiqlLink;
import org.stadtstand.serve.link.LinkAddress;
import org.stadtstand.serve.link.LinkedQuestion;
import org.stadtstand.serve.link.LinkedQuestion.Kind;
import org.stadtstand.serve.request.Question;

/** Renders the page of an answer from its template. */
@Component
class AnswerPage {

  private final Formats formats;
  private final Mustache.Compiler templates;
  private @Nullable Template template;

  AnswerPage(Formats formats, Mustache.Compiler templates) {
    this.formats = formats;
    this.templates = templates;
  }

  Representation write(PageFormat page, Inquiry inquiry) {
    Answer answer = inquiry.answer();
    String html = template().execute(values(page, inquiry, answer));
    return new Representation(
        answer.whole() ? 200 : answer.codes().getFirst().status(),
        "text/html;charset=UTF-8",
        Map.of(),
        new Representation.Bytes(html.getBytes(StandardCharsets.UTF_8)),
        answer.basis(),
        page.server().keeping().onlyIf(answer.whole()));
  }

  /** Loaded on first use, because commands show no page. */
  private synchronized Template template() {
    Template read = template == null ? templates.loadTemplate("answer") : template;
    template = read;
    return read;
  }

  private Map<String, @Nullable Object> values(PageFormat form, Inquiry inquiry, Answer answer) {
    LinkedQuestion linked = form.linked();
    String pinned = answer.permanentLink();
    List<StateDescription> states =
        answer.datasets().stream().filter(state -> state.municipality() != null).toList();
    String variables = variables(inquiry.question());
    Map<String, @Nullable Object> page = new HashMap<>();
    page.put("rc", Map.of("contextPath", form.server().path()));
    page.put("title", AnswerCitations.title(linked));
    page.put("titleEn", linked.named() == null ? null : linked.named().titleEn());
    page.put("noindex", linked.kind() != Kind.EXAMPLE);
    page.put("demo", states.stream().anyMatch(StateDescription::demo));
    page.put("datasets", states.stream().map(AnswerPage::described).toList());
    page.put("errors", errors(answer));
    page.put("pinned", pinned == null ? null : LinkAddress.relative(pinned));
    page.put("citable", pinned != null && states.stream().noneMatch(StateDescription::demo));
    page.put("base", pinned == null ? linked.name() : LinkAddress.relative(pinned));
    page.put("snippets", pinned == null ? List.of() : snippets(form.server().whole(pinned)));
    page.put("document", linked.wording().readable());
    page.put("variables", variables);
    page.put("explorer", GraphiqlLink.to(linked.wording().readable(), variables));
    page.put("noTable", null);
    page.put("table", null);
    if (answer.whole()) {
      putTable(page, answer, () -> csv(inquiry, form.language()));
    }
    return page;
  }

  private static void putTable(
      Map<String, @Nullable Object> page, Answer answer, Supplier<Optional<AnswerTable>> csv) {
    try {
      page.put("table", csv.get().orElseGet(() -> AnswerTable.ofPaths(answer.result().getData())));
    } catch (ApiError refused) {
      page.put("noTable", refused.sentence() + " " + refused.hint());
      page.put("table", AnswerTable.ofPaths(answer.result().getData()));
    }
  }

  /** The table that the CSV file would contain, so that both always agree. */
  private Optional<AnswerTable> csv(Inquiry inquiry, String language) {
    Representation csv = formats.csv().with(Map.of("labels", language)).write(inquiry);
    return csv.whole() && csv.content() instanceof Representation.Bytes(byte[] bytes)
        ? Optional.of(AnswerTable.ofCsv(bytes))
        : Optional.empty();
  }

  private static Map<String, @Nullable Object> described(StateDescription state) {
    Map<String, @Nullable Object> described = new HashMap<>();
    described.put("municipality", state.municipality());
    described.put("publisher", state.publisher());
    described.put("release", state.release());
    described.put("standsFor", state.standsFor());
    described.put("day", state.day());
    described.put("attribution", state.attribution());
    described.put("licence", state.licence());
    described.put("licenceUrl", state.licenceUrl());
    described.put("standing", state.standingInWords());
    described.put("warnings", state.warnings());
    return described;
  }

  private static List<Map<String, String>> snippets(String url) {
    return Arrays.stream(Snippet.values())
        .map(snippet -> Map.of("title", snippet.title(), "text", snippet.of(url).strip()))
        .toList();
  }

  private static List<Map<String, String>> errors(Answer answer) {
    return answer.result().getErrors().stream()
        .map(
            error ->
                Map.of(
                    "message", String.valueOf(error.getMessage()),
                    "code",
                        String.valueOf(
                            error.getExtensions() == null
                                ? ""
                                : error.getExtensions().getOrDefault("code", ""))))
        .toList();
  }

  private static String variables(Question question) {
    return question.variables().isEmpty()
        ? ""
        : JsonCodec.INDENTED.writeValueAsString(question.variables());
  }
}
