package org.stadtstand.ground.command;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.stadtstand.ground.fault.StartRefused;

/** A value that can be read and cannot be meant stops the start, wherever it comes from. */
class OddSettingsTests {

  private static void start(PropertySource<?> source) throws IOException {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().remove("systemProperties");
    environment.getPropertySources().remove("systemEnvironment");
    environment.getPropertySources().addFirst(source);
    new YamlPropertySourceLoader()
        .load(
            "Config resource 'class path resource [application.yml]'",
            new ClassPathResource("application.yml"))
        .forEach(environment.getPropertySources()::addLast);
    OddSettings.check(environment);
  }

  private static PropertySource<?> argument(String setting) {
    String[] parts = setting.split("=", 2);
    return new MapPropertySource("commandLineArgs", Map.of(parts[0], parts[1]));
  }

  @ParameterizedTest
  @CsvSource({
    "limits.time=10, has no unit",
    "cache.answers=64, has no unit",
    "limits.depth=-1, that is less than nothing",
    "cache.answers=-64MB, that is less than nothing",
    "freshness.now=-60s, that is less than nothing",
    "link.poll=PT-5S, that is less than nothing",
    "history.poll=0s, must be more than nothing",
    "bulk.copies=0, must be more than nothing",
    "admission.at-once=0, must be more than nothing",
    "database.read-connections=0, must be more than nothing",
    "limits.answer-heap=10, a share is one at most",
    "tracing.share=1.5, a share is one at most"
  })
  void aValueThatCannotBeMeantStopsTheStart(String setting, String why) {
    String told = "The setting " + setting.replace("=", " is ") + ", and " + why + ".";
    assertThatThrownBy(() -> start(argument(setting)))
        .isInstanceOf(StartRefused.class)
        .hasMessage(told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limits.time=500ms",
        "limits.time=PT10S",
        "cache.answers=0",
        "cache.answers=0MB",
        "cache.answers=1GB",
        "freshness.now=0s",
        "rate.units=0",
        "sheets.heap=0",
        "limits.answer-heap=1",
        "tracing.share=1",
        "catalogue.title=-1",
        "server.port=0",
        "limits.depth=many"
      })
  void otherValuesDoNot(String setting) {
    assertThatCode(() -> start(argument(setting))).doesNotThrowAnyException();
  }

  @Test
  void variablesAreRead() {
    assertThatThrownBy(
            () ->
                start(
                    new SystemEnvironmentPropertySource(
                        "systemEnvironment", Map.of("DATABASE_STATEMENT_TIMEOUT", "10"))))
        .hasMessage("The setting database.statement-timeout is 10, and has no unit.");
  }
}
