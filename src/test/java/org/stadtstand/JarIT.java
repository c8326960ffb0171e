package org.stadtstand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The shipped jar contains the server, and nothing that only the build and its tests need. */
class JarIT {

  @Test
  void theJarHoldsTheServerAndNotTheGeneratorOfTheDemoCity() throws IOException {
    try (JarFile jar = new JarFile(built().toFile())) {
      List<String> names = jar.stream().map(ZipEntry::getName).toList();
      assertThat(names)
          .contains("BOOT-INF/classes/org/stadtstand/Application.class")
          .noneMatch(name -> name.contains("org/stadtstand/demo/"))
          .noneMatch(name -> name.startsWith("BOOT-INF/classes/demo/"));
    }
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
