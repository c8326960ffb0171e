package org.stadtstand.serve.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.springframework.util.FileSystemUtils;

/** A folder for this process alone; those of killed processes are removed on the way. */
record TemporaryFolder(Path path) {

  private static final String PREFIX = "stadtstand-";

  static TemporaryFolder create() {
    try {
      Path all = Path.of(System.getProperty("java.io.tmpdir"));
      try (DirectoryStream<Path> others = Files.newDirectoryStream(all, PREFIX + "[0-9]*-*")) {
        for (Path other : others) {
          if (isOrphaned(other)) {
            FileSystemUtils.deleteRecursively(other);
          }
        }
      }
      long own = ProcessHandle.current().pid();
      return new TemporaryFolder(Files.createTempDirectory(all, PREFIX + own + "-"));
    } catch (IOException e) {
      throw new UncheckedIOException("There is no room for temporary files", e);
    }
  }

  /** Its process is gone, or has a number that was given again, as in a restarted container. */
  private static boolean isOrphaned(Path folder) throws IOException {
    String process = folder.getFileName().toString().replaceFirst(PREFIX + "(\\d+)-.*", "$1");
    Instant created = Files.getLastModifiedTime(folder).toInstant();
    return ProcessHandle.of(Long.parseLong(process))
        .flatMap(owner -> owner.info().startInstant())
        .map(started -> started.isAfter(created))
        .orElse(true);
  }

  void delete() throws IOException {
    FileSystemUtils.deleteRecursively(path);
  }
}
