package org.stadtstand.serve.pages;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stadtstand.graph.words.FieldWords;
import org.stadtstand.ground.encoding.JsonCodec;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.ground.text.Figures;
import org.stadtstand.ground.text.Language;
import org.stadtstand.ground.text.PartialDate;
import org.stadtstand.record.time.Basis;
import org.stadtstand.record.time.Present;
import org.stadtstand.record.time.ReleaseDirectory;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.answer.Inquiry;
import org.stadtstand.serve.format.Representation;
import org.stadtstand.serve.link.GraphiqlLink;
import org.stadtstand.serve.request.Question;
import org.stadtstand.serve.view.BothLanguages;

/** Writes the pages of a city from the answers to their saved documents. */
@Component
class PageWriter {

  private static final String FAULT = "city/fault";

  private final ReleaseDirectory releases;
  private final CityStories stories;
  private final Mustache.Compiler templates;
  private final PageCharts charts;
  private final FieldWords words;
  private final PageAbout about;
  private final Map<String, Template> loaded = new ConcurrentHashMap<>();

  PageWriter(
      ReleaseDirectory releases,
      PageAbout about,
      CityStories stories,
      Mustache.Compiler templates,
      PageCharts charts,
      FieldWords words) {
    this.releases = releases;
    this.stories = stories;
    this.templates = templates;
    this.charts = charts;
    this.words = words;
    this.about = about;
  }

  Question question(PageAddress address) {
    return new Question(
        SavedDocuments.read(address.kind().document()),
        null,
        address.variables(releases.present()),
        null);
  }

  Representation write(RecordPage page, Inquiry inquiry) {
    Answer answer = inquiry.answer();
    if (!answer.whole()) {
      return fault(page, PageFault.of(answer.codes().getFirst(), page.address()));
    }
    Map<String, @Nullable Object> data = Objects.requireNonNull(answer.result().getData());
    if (data.containsKey("record") && data.get("record") == null) {
      return missing(page, inquiry);
    }
    Map<String, @Nullable Object> model = frame(page, page.address().kind().document());
    model.putAll(new ReadableAnswer(page.address().language()).of(data));
    if (data.get("record") instanceof Map<?, ?> shown
        && shown.get("withheld") instanceof List<?> columns
        && !columns.isEmpty()) {
      model.put("withholdings", withholdings(page, inquiry));
    }
    charts.put(model, page.address(), inquiry);
    ThenAndNow.mark(model);
    if (page.address().kind() == PageKind.CITY) {
      putCity(model, page.address(), data);
    }
    putList(model, page, answer, data);
    about.put(model, page, data);
    return representation(page, 200, model, answer.basis());
  }

  /** What is withheld of the record, each field named as its readers know it. */
  private List<Map<String, @Nullable Object>> withholdings(RecordPage page, Inquiry inquiry) {
    Language language = page.address().language();
    String table = String.valueOf(page.address().kind().table());
    List<Map<String, @Nullable Object>> named = new ArrayList<>();
    for (Map<?, ?> redaction : about(page, inquiry).redactions()) {
      String column = String.valueOf(redaction.get("field"));
      Map<String, @Nullable Object> box = new HashMap<>();
      box.put(
          "field",
          words
              .ofColumn(table, column)
              .map(FieldWords::heading)
              .map(heading -> heading.in(language))
              .orElse(column));
      box.put("reason", redaction.get("reason"));
      box.put("legalBasis", redaction.get("legalBasis"));
      named.add(box);
    }
    return named;
  }

  private void putList(
      Map<String, @Nullable Object> model, RecordPage page, Answer answer, Map<String, ?> data) {
    ListPage list = new ListPage(page.address(), page.contextPath());
    if (page.address().kind() == PageKind.SEARCH) {
      model.putAll(list.of(new FoundEntries(data, typeWords(page)).asList()));
    } else if (data.containsKey("all")) {
      model.putAll(list.of(data));
      model.put("taken", about.taken(page.address(), answer));
    }
  }

  private String typeWords(RecordPage page) {
    return words
        .of("SearchHit", "type")
        .map(FieldWords::heading)
        .orElseThrow()
        .in(page.address().language());
  }

  private void putCity(
      Map<String, @Nullable Object> model,
      PageAddress address,
      Map<String, @Nullable Object> data) {
    CityFinding finding =
        new CityFinding(
            number(data, "targets", "totalCount"),
            number(data, "due", "totalCount"),
            number(data, "due", "reached"));
    model.put("finding", finding.in(address.language()));
    model.put("stories", stories.of(address.place(), address.language()));
  }

  private static int number(Map<String, ?> data, String list, String figure) {
    return data.get(list) instanceof Map<?, ?> found && found.get(figure) instanceof Number number
        ? number.intValue()
        : 0;
  }

  /** A page that says why there is nothing at its address. */
  Representation fault(RecordPage page, PageFault fault) {
    Map<String, @Nullable Object> model = frame(page, FAULT);
    model.put("fault", fault);
    Representation refusal = representation(page, fault.status(), model, null);
    return fault.retryAfter() == 0
        ? refusal
        : refusal.with(Map.of("Retry-After", String.valueOf(fault.retryAfter())));
  }

  private Representation missing(RecordPage page, Inquiry inquiry) {
    PageAddress address = page.address();
    return fault(
        page,
        address.kind().table() == null
            ? PageFault.of(ErrorCode.UNKNOWN_RELEASE, address)
            : about(page, inquiry).fault());
  }

  /** What is known of a record that is not, or not all, to be seen. */
  private MissingRecord about(RecordPage page, Inquiry inquiry) {
    PageAddress address = page.address();
    Present present = releases.present();
    Map<String, @Nullable Object> variables = address.variables(present);
    variables.put("type", String.valueOf(address.kind().table()).toUpperCase(Locale.ROOT));
    Answer answer =
        inquiry.answer(new Question(SavedDocuments.read("city/fehlt"), null, variables, null));
    Map<String, Object> data = answer.result().getData();
    return new MissingRecord(
        address, present.releases(address.place()), data == null ? Map.of() : data);
  }

  /** What every page has, whatever it is about. */
  private Map<String, @Nullable Object> frame(RecordPage page, String template) {
    PageAddress address = page.address();
    Language language = address.language();
    Map<String, @Nullable Object> frame = new HashMap<>();
    frame.put("template", template);
    frame.put("rc", Map.of("contextPath", page.contextPath()));
    frame.put("city", address.place().key());
    frame.put("root", page.contextPath() + address.root());
    frame.put("here", page.contextPath() + address.path());
    frame.put("translated", page.contextPath() + address.translated());
    frame.put("feed", page.contextPath() + "/feed/" + address.place().key());
    frame.put("query", address.query());
    frame.put("key", address.key());
    frame.put("kept", address.choice().fields());
    frame.put("de", language == Language.DE);
    frame.put("demo", address.place().demo());
    frame.put("noindex", address.place().demo() || !address.isPlain());
    frame.put("area_" + address.kind().area(), true);
    frame.put("knownAt", written(address.knownAt(), language));
    frame.put("knownAtIso", address.knownAt());
    // In the form that the field asks for in both languages, and the address takes.
    frame.put("knownAtTyped", written(address.knownAt(), Language.DE));
    frame.put("thenDay", written(address.then(releases.present()), language));
    frame.put("t", BothLanguages.in(language));
    PageWords.putInto(frame, language);
    frame.put("explorer", page.contextPath() + explorer(question(address)));
    return frame;
  }

  private static String explorer(Question question) {
    return GraphiqlLink.to(
        question.document(), JsonCodec.SORTED.writeValueAsString(question.variables()));
  }

  private static @Nullable String written(@Nullable LocalDate day, Language language) {
    return day == null ? null : new Figures(language).inTable(PartialDate.day(day));
  }

  private Representation representation(
      RecordPage page, int status, Map<String, @Nullable Object> model, @Nullable Basis basis) {
    String name = String.valueOf(model.get("template"));
    String html = loaded.computeIfAbsent(name, templates::loadTemplate).execute(model);
    return new Representation(
        status,
        "text/html;charset=UTF-8",
        headers(page.address()),
        new Representation.Bytes(html.getBytes(StandardCharsets.UTF_8)),
        basis,
        Representation.Keeping.ALL.onlyIf(status == 200));
  }

  private static Map<String, String> headers(PageAddress address) {
    String language = address.language().pick("de", "en");
    return address.place().demo()
        ? Map.of("Content-Language", language, "X-Robots-Tag", "noindex")
        : Map.of("Content-Language", language);
  }
}
