package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.FileSystemResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The examples in {@code src/deploy} set what exists, and ask for addresses that the server has.
 */
class DeploymentFilesTests {

  private static final Path DEPLOY = Path.of("src/deploy");

  /** Set by frameworks, or by the image of the database. */
  private static final Pattern OF_OTHERS =
      Pattern.compile("(SPRING|SERVER|MANAGEMENT|LOGGING|POSTGRES)_.*|LANG");

  @Test
  void everySettingOfTheComposeFileExists() throws IOException {
    Map<String, Object> services = at(one("compose/compose.yml"), "services");
    assertKnown(at(services, "server", "environment").keySet());
    assertThat(at(services, "server"))
        .as("hardened")
        .containsEntry("read_only", true)
        .containsEntry("cap_drop", List.of("ALL"))
        .doesNotContainKey("ports");
    assertThat(at(services, "database"))
        .as("only the cache is open to others")
        .doesNotContainKey("ports");
  }

  @Test
  void everySettingOfTheClusterExistsAndProbesAskWhatIsThere() throws IOException {
    Map<String, Object> deployment =
        all("kubernetes/stadtstand.yaml").stream()
            .filter(each -> "Deployment".equals(each.get("kind")))
            .findFirst()
            .orElseThrow();
    Map<String, Object> container =
        maps(at(deployment, "spec", "template", "spec").get("containers")).getFirst();
    List<Map<String, Object>> environment = maps(container.get("env"));
    assertKnown(
        environment.stream()
            .map(each -> String.valueOf(each.get("name")))
            .collect(Collectors.toSet()));
    assertThat(at(container, "readinessProbe", "httpGet")).containsEntry("path", "/readyz");
    assertThat(at(container, "livenessProbe", "httpGet")).containsEntry("path", "/livez");
    Map<String, String> ports =
        maps(container.get("ports")).stream()
            .collect(
                Collectors.toMap(
                    each -> String.valueOf(each.get("name")),
                    each -> String.valueOf(each.get("containerPort"))));
    assertThat(ports).containsEntry("http", String.valueOf(properties().get("server.port")));
    assertThat(environment)
        .anySatisfy(
            each ->
                assertThat(each)
                    .containsEntry("name", "MANAGEMENT_SERVER_PORT")
                    .containsEntry("value", ports.get("management")));
    assertThat(at(container, "securityContext")).containsEntry("readOnlyRootFilesystem", true);
  }

  @Test
  void everySettingOfTheUnitExists() throws IOException {
    List<String> lines = Files.readAllLines(DEPLOY.resolve("systemd/stadtstand.service"));
    assertKnown(
        lines.stream()
            .filter(line -> line.startsWith("Environment="))
            .map(line -> line.split("=", 3)[1])
            .collect(Collectors.toSet()));
    assertThat(lines).contains("Environment=LANG=C.UTF-8", "NoNewPrivileges=yes");
  }

  /** Those who will read them say what is wrong, where they are installed. */
  @ParameterizedTest
  @CsvSource({
    "sh, -n src/deploy/drills/backup",
    "sh, -n src/deploy/drills/restore",
    "/usr/bin/promtool, check config src/deploy/prometheus/prometheus.yml",
    "/usr/bin/promtool, check rules src/deploy/prometheus/alerts.yml",
    "/usr/bin/systemd-analyze, verify --man=no --recursive-errors=no"
        + " src/deploy/systemd/stadtstand.service"
  })
  void itsReaderUnderstandsIt(String program, String arguments) throws Exception {
    assumeTrue(
        !program.startsWith("/") || Files.isExecutable(Path.of(program)),
        program + " is not there; what it would say of this file is unknown");
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(List.of(arguments.split(" ")));
    Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(run.waitFor()).as(said).isZero();
  }

  @Test
  void everyFolderIsExplained() throws IOException {
    String explained = Files.readString(DEPLOY.resolve("README.md"));
    try (Stream<Path> folders = Files.list(DEPLOY).filter(Files::isDirectory)) {
      assertThat(folders.map(each -> "`" + each.getFileName() + "/`"))
          .hasSizeGreaterThan(4)
          .allMatch(explained::contains);
    }
  }

  private static void assertKnown(Set<String> variables) throws IOException {
    Set<String> known = new TreeSet<>();
    for (String setting : properties().keySet()) {
      String upper = setting.toUpperCase(Locale.ROOT).replace('.', '_');
      known.add(upper.replace("-", ""));
      known.add(upper.replace('-', '_'));
    }
    // Without a default, and so not in the file of all settings.
    known.addAll(List.of("DATABASE_ROLE_PASSWORD", "PURGE_CACHES_0_URL"));
    assertThat(variables)
        .isNotEmpty()
        .allMatch(name -> known.contains(name) || OF_OTHERS.matcher(name).matches());
  }

  private static Map<String, Object> properties() throws IOException {
    Map<String, Object> settings = new TreeMap<>();
    new YamlPropertySourceLoader()
        .load("settings", new FileSystemResource("src/main/resources/application.yml"))
        .forEach(source -> settings.putAll(map(source.getSource())));
    return settings;
  }

  private static Map<String, Object> one(String file) throws IOException {
    return all(file).getFirst();
  }

  private static List<Map<String, Object>> all(String file) throws IOException {
    List<Map<String, Object>> documents = new ArrayList<>();
    try (InputStream in = Files.newInputStream(DEPLOY.resolve(file))) {
      Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
      yaml.loadAll(in).forEach(each -> documents.add(map(each)));
    }
    return documents;
  }

  private static Map<String, Object> at(Map<String, Object> from, String... path) {
    Map<String, Object> here = from;
    for (String step : path) {
      here = map(here.get(step));
    }
    return here;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(@Nullable Object value) {
    return (Map<String, Object>) Objects.requireNonNull(value);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> maps(@Nullable Object value) {
    return (List<Map<String, Object>>) Objects.requireNonNull(value);
  }
}
