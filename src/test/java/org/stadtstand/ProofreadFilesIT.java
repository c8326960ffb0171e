package org.stadtstand;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.stadtstand.ground.database.TestDatabase;

/**
 * Every file can be passed on unchecked: each question of the walk as a table, as a workbook, as
 * lines and described, followed to its end, and the whole tables.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({FixedDay.class, Questions.class})
@DirtiesContext
class ProofreadFilesIT {

  private static final String ADDRESS = "https://stadtstand.example";
  private static final TestDatabase DATABASE = TestDatabase.fresh();

  @TempDir private static Path folder;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) {
    registry.add("spring.datasource.url", DATABASE::url);
    registry.add("spring.datasource.username", DATABASE::user);
    registry.add("spring.datasource.password", DATABASE::password);
    registry.add(
        "ingest.packages",
        () -> "seed-data/duesseldorf,seed-data/musterstadt," + ImpreciseCity.write(folder));
    for (String limit : List.of("fields", "aliases", "rows", "document-characters")) {
      registry.add("limits." + limit, () -> "10000000");
    }
    registry.add("link.stored-characters", () -> "10000000");
    registry.add("rate.stored-per-minute", () -> "10000");
    registry.add("rate.units", () -> "0");
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  /** Where the server does not know its address, the host is the one that was asked. */
  @Nested
  class WithoutAnAddress extends FileWalk {

    @Override
    String host() {
      return server();
    }

    /** The large city's files differ from those below in nothing but the host. */
    @Override
    List<String> cities() {
      return List.of("duesseldorf", ImpreciseCity.KEY);
    }
  }

  /** Where it knows its address, that is the host, whatever was asked. */
  @Nested
  @TestPropertySource(properties = "link.public-url=" + ADDRESS)
  class WithAnAddress extends FileWalk {

    @Override
    String host() {
      return ADDRESS;
    }

    @Override
    List<String> cities() {
      return List.of("duesseldorf", "musterstadt", ImpreciseCity.KEY);
    }
  }
}
