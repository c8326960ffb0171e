package org.stadtstand.deliver.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the import at the start says when it has to stop. */
@ExtendWith({WorkshopExtension.class, OutputCaptureExtension.class})
class PackageFoldersIT {

  private static final IngestSettings SETTINGS =
      new IngestSettings(List.of(Path.of("seed-data/duesseldorf")));

  private final Workshop workshop;

  PackageFoldersIT(Workshop workshop) {
    this.workshop = workshop;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "seed-data | seed-data holds no deliveries, but the folders of cities. Set ingest.packages"
            + " to them: seed-data/duesseldorf,seed-data/musterstadt",
        "seed-data/duesseldorf/01-2024-04-17 | seed-data/duesseldorf/01-2024-04-17 is a delivery,"
            + " and no folder of deliveries. Set ingest.packages to the folder around it:"
            + " seed-data/duesseldorf",
        "src/verifier | There is no delivery in src/verifier",
        "seed-data/nowhere | There is no package folder seed-data/nowhere"
      })
  void aFolderTooHighOrTooLowIsNamedWithWhatIsMeant(
      Path pack, String sentence, CapturedOutput log) {
    IngestSettings settings = new IngestSettings(List.of(pack));
    assertThat(workshop.folders(settings, Clock.systemUTC()).importNew(done -> {})).isZero();
    assertThat(log).contains(sentence).doesNotContain("datapackage.json");
  }

  @Test
  void aFullDiskIsASentenceAndTheNextImportGoesOn(CapturedOutput log) {
    workshop
        .owner()
        .sql(
            """
            create function no_room() returns trigger language plpgsql as $$ begin
              raise exception 'could not extend file: No space left on device'
                using errcode = 'disk_full';
            end $$
            """)
        .update();
    workshop
        .owner()
        .sql("create trigger no_room before insert on project execute function no_room()")
        .update();
    PackageFolders folders = workshop.folders(SETTINGS, Clock.systemUTC());
    int before = folders.importNew(pack -> {});
    assertThat(log)
        .contains(
            "The rest of seed-data/duesseldorf was not imported. The database's disk is full");
    assertThat(log).doesNotContain("\tat org.");
    workshop.owner().sql("drop trigger no_room on project").update();
    assertThat(folders.importNew(pack -> {})).isPositive();
    assertThat(workshop.published()).hasSizeGreaterThan(before);
  }
}
