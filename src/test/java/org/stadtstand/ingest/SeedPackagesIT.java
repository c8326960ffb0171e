package org.stadtstand.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeedPackagesIT {

  @Test
  void bothPackagesAreImportedOnceAndNotAgain() {
    try (Workshop workshop = new Workshop()) {
      IngestSettings settings =
          new IngestSettings(
              List.of(Path.of("seed-data/duesseldorf"), Path.of("seed-data/musterstadt")));
      PackageFolders folders = workshop.folders(settings, Clock.systemUTC());
      long start = System.nanoTime();
      int first = folders.importNew();
      System.out.println("first " + (System.nanoTime() - start) / 1_000_000 + " ms " + first);
      start = System.nanoTime();
      int second = folders.importNew();
      System.out.println("second " + (System.nanoTime() - start) / 1_000_000 + " ms");
      assertThat(first).isEqualTo(13);
      assertThat(second).isZero();
    }
  }
}
