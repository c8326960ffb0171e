package org.stadtstand.deliver.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
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
