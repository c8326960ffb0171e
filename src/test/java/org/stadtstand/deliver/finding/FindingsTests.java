package org.stadtstand.deliver.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A file that is wrong throughout does not hide why its delivery is refused. */
class FindingsTests {

  private final Findings findings = new Findings("01", 2);

  private void add(FolderRule rule, int line) {
    findings.add(rule, FindingPlace.line("project.csv", line), "x", "y");
  }

  @Test
  void warningsDoNotHideTheErrorThatComesAfterThem() {
    for (int line = 1; line <= 5; line++) {
      add(FolderRule.CHANGED_FOLDER, line);
    }
    add(FolderRule.MISSING_FILE, 9);
    assertThat(findings.refuse()).isTrue();
    assertThat(findings.list())
        .extracting(finding -> finding.place() + " " + finding.rule())
        .containsExactly(
            "project.csv more-findings",
            "project.csv:1 changed-folder",
            "project.csv:2 changed-folder",
            "project.csv:9 missing-file");
    assertThat(findings.list().getFirst().sentence().en()).contains("3", "6");
  }

  @Test
  void errorsAreCountedByThemselves() {
    for (int line = 1; line <= 4; line++) {
      add(FolderRule.MISSING_FILE, line);
      add(FolderRule.CHANGED_FOLDER, line);
    }
    assertThat(findings.list()).hasSize(5);
    assertThat(findings.list().getFirst().sentence().en()).contains("4", "8");
  }
}
