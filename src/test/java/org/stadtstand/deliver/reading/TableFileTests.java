package org.stadtstand.deliver.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stadtstand.deliver.description.Dialect;
import org.stadtstand.deliver.description.FileContent;
import org.stadtstand.deliver.description.Resource;
import org.stadtstand.deliver.finding.Findings;

/** A file of another size than described is known to be another without being read. */
class TableFileTests {

  @Test
  void aFileOfAnotherSizeIsNotRead(@TempDir Path unreadable) throws IOException {
    Findings findings = new Findings("folder", 10);
    FileContent told =
        new FileContent(BigInteger.ONE.negate(), new FileContent.Hash("md5", "0".repeat(32)));
    Resource resource =
        new Resource(
            "unit",
            "unit.csv",
            new Dialect(StandardCharsets.UTF_8, ',', '"', true),
            new Resource.Schema(List.of(), Map.of(), Set.of()),
            told);
    new TableFile(Sampleton.UNIT, unreadable, resource).compare(findings);
    assertThat(findings.list())
        .singleElement()
        .satisfies(finding -> assertThat(finding.sentence().en()).contains("bytes is "));
  }
}
