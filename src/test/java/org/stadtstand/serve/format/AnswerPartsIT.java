package org.stadtstand.serve.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.stadtstand.ServerTest;

/** Of a file it can be told what each column is, and whether values of a facet are left out. */
@ServerTest
class AnswerPartsIT {

  private static final String FACET =
      "{ projects(municipality: \"musterstadt\") { facets(of: [STATUS], first: %d) { %s } } }";

  private static final String COUNTED =
      "{ projects(municipality: \"musterstadt\", first: 200) { totalCount count"
          + " pilots: count(filter: {status: {eq: PILOT}}) } }";

  @Autowired private Files files;

  @Test
  void valuesOfAFacetThatAreNotListedAreMissed() {
    String some = FACET.formatted(3, "values { label count }");
    for (String shape : new String[] {"long", "chart"}) {
      Representation part = files.file("csv", some, "shape", shape);
      assertThat(part.headers()).containsEntry(FileHeaders.TRUNCATED, "projects.facets");
      assertThat(part.headers().get("Content-Disposition")).contains("-auszug.csv");
      assertThat(files.cells(some, "shape", shape).getFirst()).endsWith("truncated");
    }
    assertThat(files.file("csv", FACET.formatted(50, "values { label count }")).headers())
        .doesNotContainKey(FileHeaders.TRUNCATED);
    // What says only how many are left out leaves out nothing.
    assertThat(files.file("csv", FACET.formatted(3, "label rest { groups }")).headers())
        .doesNotContainKey(FileHeaders.TRUNCATED);
  }

  @Test
  void wordsThatTwoColumnsHaveAreFollowedByTheirNames() {
    assertThat(files.cells(COUNTED, "labels", "de").getFirst())
        .startsWith(
            "Projekte: Anzahl (projects.totalCount)",
            "Projekte: Anzahl (projects.count)",
            "Projekte: Anzahl (Status: Pilotbetrieb)");
    assertThat(files.cells(COUNTED, "labels", "en").getFirst())
        .startsWith("Projects: count (projects.totalCount)", "Projects: count (projects.count)");
    assertThat(files.cells(COUNTED, "labels", "de").getFirst()).doesNotHaveDuplicates();
    assertThat(files.cells(COUNTED).getFirst())
        .startsWith("projects.totalCount", "projects.count", "projects.pilots");
  }
}
