package org.stadtstand.serve.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Pages load only what this server offers, and nothing that their policy forbids. */
class TemplatesTests {

  private static final Pattern LOADED =
      Pattern.compile("(?:<link rel=\"(?:stylesheet|icon)\" href|src)=\"([^\"]*)\"");

  private static List<String> templates = List.of();

  @BeforeAll
  static void read() throws IOException {
    List<String> read = new ArrayList<>();
    for (Resource file :
        new PathMatchingResourcePatternResolver()
            .getResources("classpath:templates/**/*.mustache")) {
      read.add(file.getContentAsString(StandardCharsets.UTF_8));
    }
    templates = read;
  }

  @Test
  void everythingLoadedIsServedFromHere() {
    List<String> loaded = new ArrayList<>();
    templates.forEach(template -> loaded.addAll(loaded(template)));
    assertThat(loaded).hasSizeGreaterThan(5).allMatch(TemplatesTests::isServed);
  }

  @Test
  void noTemplateHasScriptOrStyleOfItsOwn() {
    assertThat(templates)
        .isNotEmpty()
        .noneMatch(template -> template.contains("<style") || template.contains(" style=\""))
        .noneMatch(template -> Pattern.compile(" on[a-z]+=\"").matcher(template).find())
        // A data block is no script; the content policy lets it pass, and no browser runs it.
        .noneMatch(
            template ->
                Pattern.compile("<script(?! type=\"application/ld\\+json\")[^>]*>[^<]")
                    .matcher(template)
                    .find());
  }

  @Test
  void eachPairOfWordsHasTwoHalvesAndNothingOfAnAnswer() {
    Pattern pair = Pattern.compile("\\{\\{#t}}(.*?)\\{\\{/t}}", Pattern.DOTALL);
    assertThat(templates.stream().flatMap(template -> pair.matcher(template).results()))
        .hasSizeGreaterThan(100)
        .extracting(found -> found.group(1))
        .allMatch(words -> words.chars().filter(each -> each == '|').count() == 1)
        .noneMatch(words -> words.contains("{{"));
  }

  /** "Geschätzt" and "Abgeschlossen" begin with a capital, as words in a cell do. */
  @Test
  void aLabelStandsAlone() {
    Pattern label =
        Pattern.compile(
            "(.?)\\{\\{(?:nature|outcome|status|phase|reasonCode|priority|channel|result)Label}}");
    assertThat(templates)
        .extracting(template -> template.replaceAll("\\{\\{[#^/][^}]*}}", ""))
        .flatExtracting(text -> label.matcher(text).results().toList())
        .hasSizeGreaterThan(10)
        .allSatisfy(found -> assertThat(found.group(1)).as(found.group()).isIn(">", "|"));
  }

  /** In German a noun begins with a capital; that of one and of many are the same here. */
  @Test
  void aNounBehindANumberHasTheFormThatTheNumberWants() {
    Pattern behind =
        Pattern.compile(
            "\\{\\{[\\w.]*(?:[cC]ount|Days|online|done|late|silent)}}(?:\\s|<[^>]*>)*"
                + "(?:\\{\\{#noun}}|\\{\\{#t}}(?=\\p{Lu}))(\\p{L}*)");
    assertThat(templates)
        // In a heading, whether it counts all or some stands between them.
        .extracting(template -> template.replaceAll("\\{\\{[#^/]narrowed}}", ""))
        .flatExtracting(text -> behind.matcher(text).results().toList())
        .hasSizeGreaterThan(10)
        .extracting(found -> found.group(1))
        .containsOnly("", "Treffer");
  }

  private static List<String> loaded(String template) {
    List<String> paths = new ArrayList<>();
    Matcher matcher = LOADED.matcher(template);
    while (matcher.find()) {
      paths.add(matcher.group(1));
    }
    return paths;
  }

  private static boolean isServed(String path) {
    String file = path.replace("{{rc.contextPath}}", "");
    return new ClassPathResource("static" + file).exists()
        || new ClassPathResource("META-INF/resources" + file).exists();
  }
}
