package org.stadtstand.serve.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.samskivert.mustache.Mustache;
import graphql.ExecutionResult;
import graphql.ExecutionResultImpl;
import graphql.GraphQLError;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import org.stadtstand.ground.text.Language;
import org.stadtstand.record.time.Basis;
import org.stadtstand.record.time.MunicipalityRef;
import org.stadtstand.serve.answer.Answer;
import org.stadtstand.serve.answer.Inquiry;
import org.stadtstand.serve.format.Representation;
import org.stadtstand.serve.manual.PagesConfiguration;
import org.stadtstand.serve.request.Question;

/** Which page comes first, what the list of cities says, and how a city's headline is worded. */
class HomePageTests {

  private static final MunicipalityRef CITY =
      new MunicipalityRef(1, "stadt", "05111000", "051110000000", false);
  private static final MunicipalityRef OTHER =
      new MunicipalityRef(2, "andere", "05112000", "051120000000", false);
  private static final MunicipalityRef DEMO =
      new MunicipalityRef(3, "demo", "99999999", "999999999999", true);

  private static final Map<String, Object> STADT =
      Map.of(
          "key", "stadt",
          "name", "Stadt & Land",
          "standing", "EDITORIAL",
          "standingLabel", "nicht amtlich",
          "coverage", List.of(Map.of("typeLabel", "Ziele", "listed", 8)));
  private static final Map<String, Object> ERFUNDEN =
      Map.of(
          "key", "demo",
          "name", "Demo",
          "standing", "DEMO",
          "standingLabel", "erfunden",
          "coverage", List.of());

  @Test
  void theOnlyRealCityComesFirst() {
    assertThat(HomePage.onlyOne(List.of(CITY, DEMO))).contains(CITY);
    assertThat(HomePage.onlyOne(List.of(CITY, OTHER, DEMO))).isEmpty();
    assertThat(HomePage.onlyOne(List.of(DEMO))).isEmpty();
    assertThat(HomePage.onlyOne(List.of())).isEmpty();
  }

  @Test
  void theCitiesAreListedAndInventedOnesMarked() {
    String german = page(Language.DE, List.of(STADT, ERFUNDEN));
    assertThat(german)
        .contains("<html lang=\"de\">", "<a href=\"/p/stadt\">Stadt &amp; Land</a>")
        .contains("nicht amtlich", "<dt>Ziele</dt><dd>8</dd>")
        .containsOnlyOnce("class=\"stamp\"");
    assertThat(german.indexOf("class=\"stamp\"")).isGreaterThan(german.indexOf("/p/stadt"));
    assertThat(page(Language.EN, List.of(STADT))).contains("<a href=\"/p/en/stadt\">");
  }

  @Test
  void anInstallationWithoutCitiesSaysSo() {
    assertThat(page(Language.DE, List.of())).contains("Hier ist noch nichts veröffentlicht");
    assertThat(page(Language.EN, List.of())).contains("Nothing is published here yet");
  }

  @Test
  void anUnansweredQuestionIsNoEmptyList() {
    GraphQLError away = GraphQLError.newError().message("The database is away.").build();
    Representation told =
        write(Language.DE, ExecutionResultImpl.newExecutionResult().addError(away).build());
    assertThat(told.status()).isEqualTo(500);
    assertThat(told.headers()).containsEntry("Retry-After", "30");
    assertThat(html(told)).contains("nicht gezeigt werden").doesNotContain("noch nichts");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, Noch ist kein Ziel erfasst, No target is recorded yet",
    "2, 0, 0, Noch ist kein Ziel fällig, No target is due yet",
    "2, 1, 0, 'Dass das einzige fällige Ziel erreicht ist, zeigt kein Wert', No value shows",
    "2, 1, 1, 'Das einzige fällige Ziel ist erreicht', The only target that is due is reached",
    "8, 6, 0, Von 6 fälligen Zielen ist keines durch, 'Of 6 targets that are due, none is'",
    "8, 6, 1, Von 6 fälligen Zielen ist eines durch, 'Of 6 targets that are due, one is'",
    "8, 6, 2, Von 6 fälligen Zielen sind 2 durch, 'Of 6 targets that are due, 2 are'"
  })
  void theHeadlineOfACityIsItsFinding(
      int targets, int due, int reached, String german, String english) {
    CityFinding finding = new CityFinding(targets, due, reached);
    assertThat(finding.in(Language.DE)).startsWith(german);
    assertThat(finding.in(Language.EN)).startsWith(english);
  }

  private static String page(Language language, List<Map<String, Object>> cities) {
    Map<String, Object> data = Map.of("municipalities", Map.of("nodes", cities));
    return html(write(language, ExecutionResultImpl.newExecutionResult().data(data).build()));
  }

  private static Representation write(Language language, ExecutionResult result) {
    Basis basis = new Basis(Set.of(), true, Map.of(), false, LocalDate.EPOCH);
    Inquiry inquiry = new Inquiry(Question.now("{ x }"), question -> new Answer(result, basis));
    return new CitiesPage(templates(), language, "/p").write(inquiry);
  }

  private static String html(Representation page) {
    return new String(((Representation.Bytes) page.content()).bytes(), StandardCharsets.UTF_8);
  }

  private static Mustache.Compiler templates() {
    return PagesConfiguration.templates(
        name ->
            new InputStreamReader(
                new ClassPathResource("templates/" + name + ".mustache").getInputStream(),
                StandardCharsets.UTF_8));
  }
}
