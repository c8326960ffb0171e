package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtstand.ground.database.TestDatabase;

/** The shipped jar contains the server, and nothing that only the build and its tests need. */
class JarIT {

  private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
  private static final Pattern LEFT_OUT =
      Pattern.compile("<excludeGroupIds>([^<]+)</excludeGroupIds>");

  /** Each needs libraries of its own. */
  private static final List<String> FORMS =
      List.of(
          "/duesseldorf",
          "/catalog.ttl",
          "/catalog.rdf",
          "/catalog.jsonld",
          "/q/ziele-2025.csv",
          "/q/ziele-2025.xlsx",
          "/data/duesseldorf/package.sqlite",
          "/q/ziele-2025.zip",
          "/q/ziele-2025.bib",
          "/q/wie-viele-projekte.png",
          "/data/duesseldorf/package.zip",
          "/docs/api",
          "/schema.graphqls");

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @Test
  void theJarHoldsTheServerAndNotTheGeneratorOfTheDemoCity() throws IOException {
    try (JarFile jar = new JarFile(built().toFile())) {
      List<String> names = jar.stream().map(ZipEntry::getName).toList();
      assertThat(names)
          .contains("org/stadtstand/Application.class")
          .noneMatch(name -> name.contains("org/stadtstand/demo/"))
          .noneMatch(name -> name.startsWith("demo/"));
    }
  }

  /**
   * Spring's loader of libraries within a jar may not be among them: a virtual thread that waits
   * while it holds that loader's lock never goes on if all others load classes.
   */
  @Test
  void itsLibrariesLieBesideItAndJavaLoadsThem() throws IOException {
    try (JarFile jar = new JarFile(built().toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      assertThat(manifest.getValue(Attributes.Name.MAIN_CLASS)).isEqualTo(Start.class.getName());
      assertThat(manifest.getValue(Attributes.Name.CLASS_PATH).split(" "))
          .hasSizeGreaterThan(100)
          .allSatisfy(library -> assertThat(built().resolveSibling(library)).isRegularFile());
      assertThat(jar.stream().map(ZipEntry::getName))
          .isNotEmpty()
          .noneMatch(name -> name.endsWith(".jar"))
          .noneMatch(name -> name.startsWith("org/springframework/"));
    }
  }

  /** One processor carries all of its threads, and each question is the first of its kind. */
  @Test
  void asInTheImageItAnswersWhatIsAskedAtOnceRightAfterItsStart(@TempDir Path image)
      throws Exception {
    try (TestDatabase database = TestDatabase.fresh()) {
      Process program = start(image(image), database);
      try {
        String server = "http://localhost:" + port(program);
        awaitReadiness(server);
        List<CompletableFuture<HttpResponse<String>>> answers =
            Example.all().stream()
                .map(example -> "/q/" + example.file().getFileName().toString().replace(".md", ""))
                .flatMap(link -> Stream.of(".json", ".html").map(link::concat))
                .map(path -> CLIENT.sendAsync(question(server + path), BodyHandlers.ofString()))
                .toList();
        assertThat(answers).hasSizeGreaterThan(80);
        for (CompletableFuture<HttpResponse<String>> answer : answers) {
          // Not each is a table, about a city that is here, or had its turn, which is said in time.
          assertThat(answer.get().statusCode()).isIn(200, 400, 404, 503);
        }
        for (String path : FORMS) {
          assertThat(status(server + path)).as(path).isEqualTo(200);
        }
      } finally {
        program.destroyForcibly().waitFor();
      }
    }
  }

  /** The jar in a folder with the libraries that the image has. */
  private static Path image(Path folder) throws IOException {
    Set<String> without = notInTheImage();
    assertThat(without).as("what is left out").hasSizeGreaterThan(5);
    Path libraries = Files.createDirectory(folder.resolve("lib"));
    try (Stream<Path> files = Files.list(built().resolveSibling("lib"))) {
      for (Path library : files.toList()) {
        String name = library.getFileName().toString();
        if (!without.contains(name)) {
          Files.copy(library, libraries.resolve(name));
        }
      }
    }
    return Files.copy(built(), folder.resolve("stadtstand.jar"));
  }

  /** The files of the groups that the profile for the image names. */
  private static Set<String> notInTheImage() throws IOException {
    Matcher groups = LEFT_OUT.matcher(Files.readString(Path.of("pom.xml")));
    assertThat(groups.find()).isTrue();
    List<Path> folders =
        Stream.of(groups.group(1).split(",")).map(name -> Path.of(name.replace('.', '/'))).toList();
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        // A repository has them by group, artifact and version.
        .filter(file -> folders.stream().anyMatch(file.resolve("../../..").normalize()::endsWith))
        .map(file -> file.getFileName().toString())
        .collect(Collectors.toSet());
  }

  private static Process start(Path jar, TestDatabase database) throws IOException {
    return new ProcessBuilder(
            System.getProperty("java.home") + "/bin/java",
            "-Djdk.virtualThreadScheduler.parallelism=1",
            "-Xmx400m",
            "-jar",
            jar.toString(),
            "--server.port=0",
            "--rate.units=0",
            "--database.read-connections=4",
            "--ingest.packages=seed-data/duesseldorf",
            "--spring.datasource.url=" + database.url(),
            "--spring.datasource.username=" + database.user(),
            "--spring.datasource.password=" + database.password())
        .redirectErrorStream(true)
        .start();
  }

  private static String port(Process program) throws IOException {
    var log = program.inputReader();
    String line = log.readLine();
    while (line != null) {
      Matcher port = PORT.matcher(line);
      if (port.find()) {
        // Nobody else reads it, and a full pipe would stop the program.
        Thread.ofVirtual().start(() -> log.lines().forEach(ignored -> {}));
        return port.group(1);
      }
      line = log.readLine();
    }
    throw new IllegalStateException("The program ended before it had a port.");
  }

  private static void awaitReadiness(String server) throws Exception {
    for (int i = 0; status(server + "/actuator/health/readiness") != 200; i++) {
      assertThat(i).as("tenths of a second").isLessThan(600);
      Thread.sleep(100);
    }
  }

  private static int status(String address) throws Exception {
    return CLIENT.send(question(address), BodyHandlers.discarding()).statusCode();
  }

  private static HttpRequest question(String address) {
    return HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(60)).build();
  }

  private static Path built() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target"))) {
      return files
          .filter(file -> file.getFileName().toString().matches("stadtstand-.*\\.jar"))
          .findFirst()
          .orElseThrow();
    }
  }
}
