package org.stadtstand.ground.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.stadtstand.ground.fault.StartRefused;

/** A setting that would be ignored stops the start, wherever it comes from. */
class MisspeltSettingsTests {

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
    MisspeltSettings.check(environment);
  }

  private static PropertySource<?> variable(String name) {
    return new SystemEnvironmentPropertySource("systemEnvironment", Map.of(name, "1"));
  }

  @ParameterizedTest
  @CsvSource({
    "LIMITS_DEPHT,LIMITS_DEPTH",
    "LIMTS_DEPTH,LIMITS_DEPTH",
    "limits_dept,LIMITS_DEPTH",
    "DATABASE_READ_CONECTIONS,DATABASE_READ_CONNECTIONS",
    "DATABASE_READ_CONNECTION,DATABASE_READ_CONNECTIONS",
    "DATABASE_ATACH,DATABASE_ATTACH",
    "RATE_UNIT,RATE_UNITS",
    "LINK_PUBLIC_ULR,LINK_PUBLIC_URL",
    "INGEST_PACKAGE_0,INGEST_PACKAGES",
    "LIMITS_ROW_COUNT,"
  })
  void aMisspeltVariableStopsTheStart(String name, String meant) {
    assertThatThrownBy(() -> start(variable(name)))
        .isInstanceOfSatisfying(
            StartRefused.class,
            unknown -> {
              assertThat(unknown.action())
                  .contains(meant == null ? "operating.md" : "Did you mean " + meant + "?");
            })
        .hasMessage("There is no setting " + name + ".");
  }

  /** What is logged before is logged whatever a command says, and so would be told twice. */
  @Test
  void itIsToldOnceWhatIsLoggedIsKnown() {
    assertThat(new MisspeltSettings().getOrder())
        .isGreaterThan(LoggingApplicationListener.DEFAULT_ORDER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LIMITS_DEPTH",
        "DATABASE_READ_CONNECTIONS",
        "DATABASE_READCONNECTIONS",
        "database_attach",
        "INGEST_PACKAGES",
        "INGEST_PACKAGES_0",
        "RATE_KEYS_0_NAME",
        "SPRING_DATASOURCE_URL",
        "SERVER_PORT",
        "PATH",
        "HTTP_PROXY",
        "HTTPS_PROXY",
        "HTTP_PORT",
        "DATABASE_URL",
        "CACHE_DIR",
        "LIMITS_SERVICE_HOST",
        "LIMITS_PORT_5432_TCP_ADDR",
        "RATE_PORT",
        "DATABASE_SERVICE_PORT_POSTGRES",
        "KNOWN_REQUESTS_CHARACTERS"
      })
  void whatIsASettingOrNotOursDoesNotStopIt(String name) {
    assertThatCode(() -> start(variable(name))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "limts.depth,limits.depth",
    "datbase.attach,database.attach",
    "limits.dept,limits.depth",
    "link.publicurl,none",
    "link.public-url,none",
    "ingest.packages[1],none",
    "http.proxyHost,none",
    "java.version,none"
  })
  void soDoesAMisspeltArgumentOrProperty(String name, String meant) {
    MapPropertySource source = new MapPropertySource("commandLineArgs", Map.of(name, "1"));
    if (meant.equals("none")) {
      assertThatCode(() -> start(source)).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> start(source)).isInstanceOf(StartRefused.class);
    }
  }
}
