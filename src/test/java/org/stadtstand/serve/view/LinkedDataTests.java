package org.stadtstand.serve.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stadtstand.ground.text.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What machines are told of a page. */
class LinkedDataTests {

  private static final Map<String, Object> DATASET =
      Map.of(
          "municipality", Map.of("name", "Stadt"),
          "release", Map.of("number", 4),
          "standsFor", "2026-01-31",
          "publisher", "Redaktion",
          "licenceUrl", "https://licence.example");

  @Test
  void aRecordIsAPageWithItsSentence() {
    Map<String, Object> data =
        Map.of("dataset", DATASET, "record", Map.of("title", "Ziel", "sentence", "Erreicht."));
    LinkedData about = LinkedData.ofPage(data, "Ziele", "/stadt/ziele/a", Language.DE);
    JsonNode json = read(about.json(LinkedData.state(data), List.of()));
    assertThat(json.get("@type").asString()).isEqualTo("WebPage");
    assertThat(json.get("name").asString()).isEqualTo("Ziel · Stadt");
    assertThat(json.get("description").asString()).isEqualTo("Erreicht.");
    assertThat(json.get("version").asInt()).isEqualTo(4);
    assertThat(json.has("distribution")).isFalse();
  }

  @Test
  void aListIsADatasetWithItsFiles() {
    Map<String, Object> data = Map.of("dataset", DATASET);
    LinkedData about = LinkedData.ofPage(data, "Targets", "/en/stadt/ziele", Language.EN);
    JsonNode json =
        read(
            about.json(
                LinkedData.state(data), List.of(new LinkedData.Download("/a.csv", "text/csv"))));
    assertThat(json.get("@type").asString()).isEqualTo("Dataset");
    assertThat(json.get("name").asString()).isEqualTo("Stadtstand · Stadt · Targets");
    assertThat(json.get("inLanguage").asString()).isEqualTo("en");
    assertThat(json.at("/creator/name").asString()).isEqualTo("Redaktion");
    assertThat(json.at("/distribution/0/contentUrl").asString()).isEqualTo("/a.csv");
  }

  @Test
  void nothingInItEndsTheDataBlock() {
    LinkedData about = new LinkedData("WebPage", "</script><script>", null, "/a", Language.DE);
    String json = about.json(Map.of(), List.of());
    assertThat(json).doesNotContain("<");
    assertThat(read(json).get("name").asString()).isEqualTo("</script><script>");
  }

  private static JsonNode read(String json) {
    return JsonMapper.builder().build().readTree(json);
  }
}
