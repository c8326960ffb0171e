package org.stadtstand.serve.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What an address says of a list, and that nothing else passes. */
class ListChoiceTests {

  private static final ListForm PROJECTS = ListForm.of(PageKind.PROJECTS);

  private static final Map<PageFacet.Form, List<String>> VALUES =
      Map.of(
          PageFacet.Form.CONSTANT, List.of("PILOT", "IN_PROGRESS", "-"),
          PageFacet.Form.KEY, List.of("inf", "a.b-c_d", "-"),
          PageFacet.Form.TEXT, List.of("Bauen & Wohnen", "50 % = „halb“ + mehr", "-"),
          PageFacet.Form.PERIOD, List.of("2025", "2025-12", "2025-Q3", "-"),
          PageFacet.Form.TIMES, List.of("0", "1", "3"));

  @ParameterizedTest
  @EnumSource
  void anAddressSaysAllThatIsChosen(PageKind kind) {
    ListForm form = ListForm.of(kind);
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      ListChoice choice = chosen(form, random);
      assertThat(read(form, choice.parameters())).isEqualTo(choice);
    }
  }

  @Test
  void whatIsChosenTwiceIsNotChosen() {
    ListChoice pilots = ListChoice.ALL.toggled("status", "PILOT");
    assertThat(pilots.narrows()).isTrue();
    assertThat(pilots.has("status", "PILOT")).isTrue();
    assertThat(pilots.toggled("status", "IDEA").toggled("status", "IDEA")).isEqualTo(pilots);
    assertThat(pilots.toggled("status", "PILOT")).isEqualTo(ListChoice.ALL);
    assertThat(pilots.from("x").toggled("status", "IDEA").after()).isNull();
  }

  @Test
  void theFilterHasAConditionOfItsOwnForEachFacet() {
    ListChoice choice =
        ListChoice.ALL.toggled("status", "PILOT").toggled("stelle", "-").toggled("verschoben", "3");
    Map<String, Object> status = Map.of("status", Map.of("in", List.of("PILOT")));
    Map<String, Object> unit = Map.of("leadUnit", Map.of("isNull", true));
    Map<String, Object> times = Map.of("timesRescheduled", Map.of("gte", 3));
    assertThat(choice.variables(PROJECTS))
        .containsEntry("filter", Map.of("and", List.of(status, times, unit)))
        .containsEntry("order", List.of(Map.of("field", "TITLE", "direction", "ASC")));
    assertThat(ListChoice.ALL.variables(PROJECTS)).containsEntry("filter", null);
  }

  @ParameterizedTest
  @CsvSource({
    "status, pilot",
    "status, PILOT}",
    "schwerpunkt, Inf",
    "jahr, bald",
    "jahr, 2025-12-03/2026-01-31",
    "verschoben, 4",
    "verschoben, -1",
    "ordnung, quatsch",
    "text, 'a\u0000b'",
    "status, 'PILOT\n'"
  })
  void whatMeansNothingIsNotTaken(String parameter, String value) {
    assertThat(ListChoice.read(PROJECTS, Map.of(parameter, new String[] {value}))).isEmpty();
  }

  @Test
  void tooMuchIsNotTaken() {
    String[] many = new String[21];
    Arrays.setAll(many, i -> "unit-" + i);
    assertThat(ListChoice.read(PROJECTS, Map.of("stelle", many))).isEmpty();
    String[] text = {"x".repeat(101)};
    assertThat(ListChoice.read(PROJECTS, Map.of("text", text))).isEmpty();
    assertThat(ListChoice.read(ListForm.of(PageKind.CHANGES), Map.of("text", text)))
        .contains(ListChoice.ALL);
  }

  @ParameterizedTest
  @EnumSource(names = "SEARCH", mode = EnumSource.Mode.EXCLUDE)
  void theSavedDocumentsAskForEveryFacet(PageKind kind) {
    ListForm form = ListForm.of(kind);
    String document = SavedDocuments.read(kind.document());
    for (PageFacet facet : form.facets()) {
      assertThat(document).containsPattern("facets\\(of: \\[[^\\]]*\\b" + facet.column() + "\\b");
    }
    assertThat(document.contains("\n  all: ")).isEqualTo(!form.orders().isEmpty());
  }

  @Test
  void aValueOfTheAnswerIsOneOfTheAddress() {
    PageFacet times = facet("verschoben");
    assertThat(times.parameterOf(Map.of("value", "2"))).isEqualTo("2");
    assertThat(times.parameterOf(Map.of("value", "12"))).isEqualTo("3");
    assertThat(times.parameterOf(Map.of("absent", "NO_EVENT"))).isEqualTo("-");
    assertThat(facet("jahr").parameterOf(Map.of("label", "zwischen zwei Jahren"))).isNull();
    assertThat(facet("stelle").column()).isEqualTo("LEAD_UNIT");
  }

  private static PageFacet facet(String parameter) {
    return PROJECTS.facets().stream()
        .filter(each -> each.parameter().equals(parameter))
        .findFirst()
        .orElseThrow();
  }

  private static ListChoice chosen(ListForm form, Random random) {
    ListChoice choice = ListChoice.ALL;
    for (PageFacet facet : form.facets()) {
      List<String> values = VALUES.getOrDefault(facet.form(), List.of());
      for (int i = random.nextInt(3); i > 0; i--) {
        choice = choice.toggled(facet.parameter(), values.get(random.nextInt(values.size())));
      }
    }
    String text = form.texts().isEmpty() || random.nextBoolean() ? "" : "ä & ö=%";
    String order = form.orders().isEmpty() ? "" : form.orders().getLast().name();
    return new ListChoice(choice.values(), text, order, random.nextBoolean() ? "c+/=" : null);
  }

  private static ListChoice read(ListForm form, List<String> parameters) {
    Map<String, List<String>> values = new HashMap<>();
    for (String parameter : parameters) {
      String[] parts = parameter.split("=", 2);
      values
          .computeIfAbsent(parts[0], name -> new ArrayList<>())
          .add(URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    Map<String, String[]> given = new HashMap<>();
    values.forEach((name, all) -> given.put(name, all.toArray(String[]::new)));
    return ListChoice.read(form, given).orElseThrow();
  }
}
