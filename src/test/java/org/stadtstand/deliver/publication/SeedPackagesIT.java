package org.stadtstand.deliver.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadtstand.record.declaration.RecordType;

/** The committed packages are imported completely, only once, and as their files say. */
@ExtendWith(WorkshopExtension.class)
class SeedPackagesIT {

  private static final IngestSettings SETTINGS =
      new IngestSettings(
          List.of(Path.of("seed-data/duesseldorf"), Path.of("seed-data/musterstadt")));

  private static int imported;

  private final Workshop workshop;

  SeedPackagesIT(Workshop workshop) {
    this.workshop = workshop;
  }

  @BeforeAll
  static void importAll(Workshop workshop) {
    imported = workshop.folders(SETTINGS, Clock.systemUTC()).importNew(pack -> {});
  }

  private static List<Path> folders(Path pack) throws IOException {
    try (Stream<Path> entries = Files.list(pack)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    }
  }

  @Test
  void areImportedWholeAndOnce() throws IOException {
    int folders = 0;
    for (Path pack : SETTINGS.packages()) {
      folders += folders(pack).size();
    }
    assertThat(imported).isEqualTo(folders);
    assertThat(workshop.published()).hasSize(folders);
    assertThat(workshop.folders(SETTINGS, Clock.systemUTC()).importNew(pack -> {})).isZero();
    assertThat(workshop.published()).hasSize(folders);
  }

  /** The final state is what the last file of each full list says. */
  @ParameterizedTest
  @ValueSource(strings = {"duesseldorf", "musterstadt"})
  void fullListsAreAsDelivered(String municipality) throws IOException {
    Map<RecordType, List<String>> last = new HashMap<>();
    for (Path folder : folders(Path.of("seed-data", municipality))) {
      workshop.keys(folder).entrySet().stream()
          .filter(table -> table.getKey().fullList())
          .forEach(table -> last.put(table.getKey(), table.getValue()));
    }
    assertThat(last).hasSizeGreaterThan(9);
    last.forEach(
        (type, keys) ->
            assertThat(open(municipality, type))
                .as(type.table())
                .containsExactlyInAnyOrderElementsOf(keys));
  }

  private List<String> open(String municipality, RecordType type) {
    return workshop
        .jdbc()
        .sql(
            """
            select k.key from %s t join record k on k.id = t.record
            join record m on m.id = t.municipality
            where m.key = :key and m.type = 1 and t.until = 2147483647
            """
                .formatted(type.table()))
        .param("key", municipality)
        .query((row, number) -> String.valueOf(row.getString(1)))
        .list();
  }
}
