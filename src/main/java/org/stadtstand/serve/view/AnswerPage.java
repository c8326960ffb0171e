package org.stadtstand.serve.view;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import graphql.GraphQLError;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.ground.encoding.JsonCodec;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.text.Figures;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.answer.Inquiry;
import org.stadtstand.serve.answer.StateDescription;
import org.stadtstand.serve.chart.Charts;
import org.stadtstand.serve.chart.PageChart;
import org.stadtstand.serve.citation.AnswerCitations;
import org.stadtstand.serve.format.Representation;
import org.stadtstand.serve.link.GraphiqlLink;
import org.stadtstand.serve.link.LinkAddress;
import org.stadtstand.serve.link.LinkedQuestion;
import org.stadtstand.serve.link.LinkedQuestion.Kind;
import org.stadtstand.serve.request.Question;

/** Renders the page of an answer from its template. */
@Component
class AnswerPage {

  private final PartTables partTables;
  private final Charts charts;
  private final Mustache.Compiler templates;
  private final Map<String, Template> loaded = new ConcurrentHashMap<>();

  AnswerPage(PartTables partTables, Charts charts, Mustache.Compiler templates) {
    this.partTables = partTables;
    this.charts = charts;
    this.templates = templates;
  }

  Representation write(PageFormat page, Inquiry inquiry) {
    Answer answer = inquiry.answer();
    // Loaded on first use, because commands show no page.
    String html =
        loaded
            .computeIfAbsent(page.slim() ? "frame" : "answer", templates::loadTemplate)
            .execute(values(page, inquiry, answer));
    return new Representation(
        answer.whole() ? 200 : answer.codes().getFirst().status(),
        "text/html;charset=UTF-8",
        Map.of("Content-Language", page.language()),
        new Representation.Bytes(html.getBytes(StandardCharsets.UTF_8)),
        answer.basis(),
        page.server().keeping().onlyIf(answer.whole()));
  }

  private Map<String, @Nullable Object> values(PageFormat form, Inquiry inquiry, Answer answer) {
    LinkedQuestion linked = form.linked();
    Language language = form.inLanguage();
    List<StateDescription> states =
        answer.datasets().stream().filter(state -> state.municipality() != null).toList();
    boolean demo = states.stream().anyMatch(StateDescription::demo);
    String variables = variables(inquiry.question());
    Map<String, @Nullable Object> page = new HashMap<>();
    page.put("rc", Map.of("contextPath", form.server().path()));
    page.put("t", BothLanguages.in(language));
    page.put("de", language == Language.DE);
    page.put("title", title(linked, language));
    page.put("theme", form.theme());
    page.put("noindex", demo || linked.kind() != Kind.EXAMPLE);
    page.put("demo", demo);
    page.put("datasets", states.stream().map(state -> described(state, language)).toList());
    page.put("errors", errors(answer, language));
    page.put("isPart", Answer.holdsAnything(answer.result()));
    page.put("document", linked.wording().readable());
    page.put("variables", variables);
    page.put("explorer", GraphiqlLink.to(linked.wording().readable(), variables));
    String base = putLinks(page, form, inquiry, answer);
    page.put("citable", page.get("pinned") != null && !demo);
    if (answer.whole()) {
      putAnswer(page, form, inquiry, answer, base);
    }
    putAbout(page, form, states);
    return page;
  }

  private void putAnswer(
      Map<String, @Nullable Object> page,
      PageFormat form,
      Inquiry inquiry,
      Answer answer,
      String base) {
    List<AnswerSentences.Quotable> sentences = AnswerSentences.of(answer.result().getData());
    page.put("sentences", sentences);
    page.put("description", sentences.isEmpty() ? null : sentences.getFirst().text());
    List<AnswerPart> parts = partTables.of(form, inquiry, answer, base);
    page.put("parts", parts);
    page.put("isTable", !parts.getLast().files().isEmpty());
    page.put("isOne", parts.size() == 1);
    putChart(page, form, inquiry);
  }

  private void putChart(Map<String, @Nullable Object> page, PageFormat form, Inquiry inquiry) {
    String title = title(form.linked(), form.inLanguage());
    PageChart chart = charts.ofAnswer(inquiry, title, form.inLanguage()).orElse(null);
    String link = chart == null ? null : chart.link();
    page.put("chart", chart);
    page.put("chartLink", link == null ? null : LinkAddress.relative(link));
  }

  /** What search engines read: the first sentence, and what the answer is in their words. */
  private static void putAbout(
      Map<String, @Nullable Object> page, PageFormat form, List<StateDescription> states) {
    boolean carried = form.linked().kind() == Kind.CARRIED;
    String base = String.valueOf(page.get("self"));
    page.put("carried", carried);
    page.put("shortState", base.contains("@") ? base.substring(base.indexOf('@')) : "");
    if (Boolean.FALSE.equals(page.get("noindex")) && !states.isEmpty()) {
      StateDescription state = states.getFirst();
      Map<String, @Nullable Object> dataset = new HashMap<>();
      dataset.put("licenceUrl", state.licenceUrl());
      dataset.put("publisher", state.publisher());
      dataset.put("release", state.release());
      dataset.put("standsFor", state.standsFor());
      dataset.put("municipality", state.name(form.inLanguage()));
      String url = form.server().whole(LinkAddress.ROOT + base);
      LinkedData about =
          new LinkedData(
              "Dataset",
              title(form.linked(), form.inLanguage()),
              page.get("description") instanceof String first ? first : null,
              url,
              form.inLanguage());
      page.put("linked", about.json(dataset, downloads(url)));
    }
  }

  private static List<LinkedData.Download> downloads(String url) {
    return List.of(new LinkedData.Download(url + ".json", "application/json"));
  }

  /** Puts what leads to this answer at its state; returns the base of its files' links. */
  private static String putLinks(
      Map<String, @Nullable Object> page, PageFormat form, Inquiry inquiry, Answer answer) {
    String link = answer.permanentLink();
    String name = form.linked().name();
    String pinned = link == null ? null : LinkAddress.relative(link);
    String base = pinned == null ? name : pinned;
    page.put("pinned", pinned);
    page.put("base", base);
    // A name that people can read stays in the address, though the link that lasts has no need of
    // it.
    int state = inquiry.question().state() == null ? -1 : base.indexOf('@');
    page.put("self", state < 0 ? name : name + base.substring(state));
    // Who follows an answer follows what becomes of it, not a state of it.
    page.put("followed", link == null ? null : name);
    page.put("snippets", link == null ? List.of() : snippets(form.server().whole(link)));
    page.put("frame", link == null ? null : frame(form, form.server().whole(link)));
    return base;
  }

  private static String title(LinkedQuestion linked, Language language) {
    return linked.named() == null
        ? AnswerCitations.title(linked)
        : language.pick(linked.named().titleDe(), linked.named().titleEn());
  }

  private static Map<String, @Nullable Object> described(
      StateDescription state, Language language) {
    Map<String, @Nullable Object> described = new HashMap<>();
    described.put("municipality", state.name(language));
    described.put("home", language.pick("/", "/en/") + state.municipality());
    described.put("publisher", state.publisher());
    described.put("release", state.release());
    described.put("standsFor", day(state.standsFor(), language));
    described.put("day", day(state.day(), language));
    described.put("attribution", state.attribution());
    described.put("licence", state.licence());
    described.put("licenceUrl", state.licenceUrl());
    described.put("standing", state.standingInWords(language));
    described.put("warnings", state.warnings());
    return described;
  }

  private static @Nullable String day(@Nullable String day, Language language) {
    return day == null
        ? null
        : new Figures(language).inTable(PartialDate.day(LocalDate.parse(day)));
  }

  /** The markup by which another page shows this answer, at the state that it shows. */
  private static String frame(PageFormat form, String url) {
    return """
    <iframe src="%s.html?frame=true&amp;lang=%s" title="%s" width="100%%" height="540" frameborder="0" loading="lazy"></iframe>
    <script src="%s" async></script>\
    """
        .formatted(
            url,
            form.language(),
            Escapers.HTML.escape(title(form.linked(), form.inLanguage())),
            form.server().whole("/embed.js"));
  }

  private static List<Map<String, String>> snippets(String url) {
    return Arrays.stream(Snippet.values())
        .map(snippet -> Map.of("title", snippet.title(), "text", snippet.of(url).strip()))
        .toList();
  }

  private static List<Map<String, String>> errors(Answer answer, Language language) {
    return answer.result().getErrors().stream()
        .map(
            error -> {
              ErrorCode code = Answer.code(error);
              return Map.of(
                  "message", String.valueOf(error.getMessage()),
                  "hint", hint(error),
                  "words", RefusalWords.of(code).in(language),
                  "code", code.name());
            })
        .toList();
  }

  private static String hint(GraphQLError error) {
    Map<String, Object> extensions = error.getExtensions();
    Object hint = extensions == null ? null : extensions.get("hint");
    return hint == null ? "" : hint.toString();
  }

  private static String variables(Question question) {
    return question.variables().isEmpty()
        ? ""
        : JsonCodec.INDENTED.writeValueAsString(question.variables());
  }
}
