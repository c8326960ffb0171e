package org.stadtstand.serve.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each status that the schema knows has a sign of its own, drawn by how sure it is. */
class StatusSignTests {

  @ParameterizedTest
  @ValueSource(strings = {"TargetOutcome", "ProjectStatus", "AssessedAnswer"})
  void everyValueOfTheSchemaHasASign(String type) throws IOException {
    String schema = Files.readString(Path.of("src/docs/schema.graphql"));
    Matcher declared =
        Pattern.compile("enum " + type + " \\{(.*?)\\n\\}", Pattern.DOTALL).matcher(schema);
    assertThat(declared.find()).isTrue();
    assertThat(Pattern.compile("(?m)^  ([A-Z_]+)$").matcher(declared.group(1)).results())
        .isNotEmpty()
        .allMatch(value -> StatusSign.knows(value.group(1)));
  }

  @Test
  void onlyWhatAValueShowsIsFilled() {
    assertThat(StatusSign.of("REACHED").with("x")).contains("\"full\"", "good");
    assertThat(StatusSign.of("MISSED").with("x")).contains("\"full\"", "bad");
    assertThat(StatusSign.of("REACHED_UNVERIFIED").with("x")).doesNotContain("\"full\"");
    assertThat(StatusSign.of("MISSED_ON_LAST_VALUE").with("x")).doesNotContain("\"full\"");
  }

  @Test
  void whatTheTableDoesNotKnowIsDashed() {
    assertThat(StatusSign.of("TOMORROW")).isEqualTo(StatusSign.NOBODY_SAID);
    assertThat(StatusSign.of("TOMORROW").with("morgen")).contains("dashed", "morgen");
  }
}
