package org.stadtstand.serve.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.samskivert.mustache.Mustache;
import graphql.ExecutionResultImpl;
import graphql.GraphQLError;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.HtmlUtils;
import org.stadtstand.record.time.Basis;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.answer.Answers;
import org.stadtstand.serve.manual.PagesConfiguration;

/** The home page shows the answers to its questions, and says what is not known. */
class HomePageTests {

  private static final Map<String, Object> CLAIM =
      Map.of(
          "saidOnLabel", "April 2024",
          "saidBy", "Stadt & Rat",
          "value", 380,
          "qualifierLabel", "mehr als",
          "quotation", "„mehr als 380“",
          "verdictLabel", "ungeprüft",
          "citation", "Zeitung, 2024",
          "sources",
              List.of(
                  Map.of("publisher", "Zeitung", "title", "Titel", "url", "https://a.example/x")));

  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @Test
  void rendersWhatTheAnswersSay() {
    String page = render(page(answers()));
    assertThat(page)
        .contains("mehr als <strong>380</strong>", "April 2024", "Stadt &amp; Rat")
        .contains("<a href=\"https://a.example/x\">Zeitung: Titel</a>");
    assertThat(HtmlUtils.htmlUnescape(page))
        .contains("query Ziele2025", "/graphiql#query=query%20Ziele2025");
  }

  @Test
  void saysWhoNamedHowManyThereAre() {
    Map<String, Map<String, Object>> answers = answers();
    Map<String, Object> projects = Objects.requireNonNull(answers.get("query WieVieleProjekte"));
    projects.put("municipality", Map.of("coverage", List.of(coverage(380), coverage(null))));
    assertThat(render(page(answers)))
        .doesNotContain("Laut Stadt")
        .containsOnlyOnce("blatt.example, Nacherzählung einer anderen Quelle")
        .containsOnlyOnce("blatt.example, rewrite of another source");
  }

  private static Map<String, Object> coverage(@Nullable Integer claimed) {
    Map<String, Object> source =
        Map.of(
            "publisher", "blatt.example",
            "kindLabel", "Nacherzählung einer anderen Quelle",
            "kindInEnglish", "rewrite of another source");
    Map<String, Object> coverage = new HashMap<>();
    coverage.putAll(Map.of("typeLabel", "Projekte", "listed", 29, "completeLabel", "nein"));
    coverage.putAll(Map.of("note", "", "sources", List.of(source)));
    coverage.put("claimed", claimed);
    return coverage;
  }

  @Test
  void saysWhatIsNotRecorded() {
    assertThat(render(page(answers())))
        .contains("kein Ziel erfasst", "Diese Leistung ist in diesem Datenbestand nicht erfasst");
  }

  @Test
  void aFailedQuestionMakesThePageUnavailableAndLeavesTheOthers() {
    Map<String, Map<String, Object>> answers = answers();
    answers.remove("query Ziele2025");
    ModelAndView page = page(answers);
    assertThat(page.getStatus()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    assertThat(response.getHeader("Retry-After")).isEqualTo("30");
    assertThat(render(page))
        .contains("kann gerade nicht beantwortet werden", "The database is away")
        .contains("mehr als <strong>380</strong>");
  }

  private ModelAndView page(Map<String, Map<String, Object>> answers) {
    Answers asked =
        question -> answer(answers.get(question.document().replaceFirst("(?s) \\{.*", "")));
    return new HomePage(new Stories(asked)).home(response);
  }

  private static Answer answer(@Nullable Map<String, Object> data) {
    ExecutionResultImpl.Builder<?> result = ExecutionResultImpl.newExecutionResult().data(data);
    if (data == null) {
      result.addError(GraphQLError.newError().message("The database is away.").build());
    }
    Basis basis = new Basis(Set.of(), true, Map.of(), false, LocalDate.EPOCH);
    return new Answer(result.build(), basis);
  }

  private static Map<String, Map<String, Object>> answers() {
    Map<String, Object> none = new HashMap<>();
    none.put("service", null);
    none.put("municipality", null);
    Map<String, Object> projects = new HashMap<>(none);
    projects.put("claims", Map.of("nodes", List.of(CLAIM)));
    Map<String, Map<String, Object>> answers = new HashMap<>();
    answers.put("query Ziele2025", Map.of("targets", Map.of("nodes", List.of())));
    answers.put("query WieVieleProjekte", projects);
    answers.put("query OnlineQuote", none);
    answers.put("query Stand", new HashMap<>(Map.of("dataset", Map.of())));
    answers.get("query Stand").put("dataset", null);
    return answers;
  }

  private static String render(ModelAndView page) {
    Map<String, Object> model = new HashMap<>(page.getModel());
    model.put("rc", Map.of("contextPath", ""));
    Mustache.Compiler compiler =
        PagesConfiguration.templates(
            name ->
                new InputStreamReader(
                    new ClassPathResource("templates/" + name + ".mustache").getInputStream(),
                    StandardCharsets.UTF_8));
    return compiler.loadTemplate(Objects.requireNonNull(page.getViewName())).execute(model);
  }
}
