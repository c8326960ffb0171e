package org.stadtstand.serve.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Chapters and examples of the documentation are parsed from their files. */
class ManualTests {

  private final Manual manual = new Manual(new PathMatchingResourcePatternResolver());

  @Test
  void thereAreAtLeastTenExamplesInBothLanguages() {
    List<Example> all = new ArrayList<>(manual.examples(false));
    all.addAll(manual.examples(true));
    assertThat(all)
        .hasSizeGreaterThanOrEqualTo(10)
        .allSatisfy(example -> assertThat(example.titleDe()).isNotBlank())
        .allSatisfy(example -> assertThat(example.titleEn()).isNotBlank());
  }

  @Test
  void whatAsksTheDemoCityIsMarked() {
    assertThat(manual.examples(true))
        .isNotEmpty()
        .allMatch(example -> example.query().contains("musterstadt"));
    assertThat(manual.examples(false))
        .isNotEmpty()
        .noneMatch(example -> example.query().contains("musterstadt"));
  }

  @Test
  void anExampleIsTakenApart() {
    Resource file =
        file(
            """
            # Eins / One

            > Demo – erfundene Daten.

            Auf `deutsch`.

            In English.

            ```graphql
            { dataset { day } }
            ```

            ```json variables
            {"a": 1}
            ```

            ```json answer
            {"data": {}}
            ```

            Statements: cold 3, warm 0
            """);
    Example example = ExampleReader.read("a", file);
    assertThat(example)
        .isEqualTo(
            new Example(
                "a",
                "Eins",
                "One",
                true,
                "Auf \"deutsch\".",
                "In English.",
                "{ dataset { day } }",
                "{\"a\": 1}",
                file));
    assertThat(example.answer()).isEqualTo("{\"data\": {}}");
    assertThat(example.link())
        .isEqualTo(
            "/graphiql#query=%7B%20dataset%20%7B%20day%20%7D%20%7D&variables=%7B%22a%22%3A%201%7D");
  }

  @Test
  void anExampleWithoutAQueryIsRefused() {
    assertThatThrownBy(() -> ExampleReader.read("a", file("# Eins / One")))
        .hasMessageContaining("examples/a.md");
  }

  @Test
  void linksBetweenChaptersBecomeLinksBetweenPages() {
    Chapter chapter =
        Chapter.read(
            "api", "# The *API*\n\n[codes](errors.md#codes) [out](https://a.example/b.md)");
    assertThat(chapter.title()).isEqualTo("The API");
    assertThat(chapter.about()).isEqualTo("codes out");
    assertThat(chapter.html())
        .contains("href=\"errors#codes\"", "href=\"https://a.example/b.md\"", "id=\"the-api\"");
  }

  @Test
  void aChapterBringsNoMarkupOfItsOwn() {
    assertThat(Chapter.read("a", "<script>alert(1)</script>").html()).doesNotContain("<script");
  }

  private static Resource file(String text) {
    return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8));
  }
}
