package org.stadtstand.serve.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.text.Text;
import org.stadtstand.record.time.Release;
import org.stadtstand.serve.bulk.DataFile;
import org.stadtstand.serve.bulk.DescribedState;

/**
 * Everything that is said about one city in the catalogue.
 *
 * @param releases in the order of their numbers; at least one
 * @param changed when the newest of them became known, or something was withheld from it
 * @param tables those of the newest release that have rows
 * @param archive the newest release as a whole
 */
record CityEntry(
    String key,
    DescribedState described,
    List<Release> releases,
    Instant changed,
    List<Table> tables,
    DataFile archive,
    List<Answered> questions) {

  /** A published table. */
  record Table(String name, Text label, DataFile csv) {}

  /**
   * A documented question.
   *
   * @param written its address at the newest release, without a suffix
   * @param files the forms in which its answer can be had, without JSON
   */
  record Answered(String name, Text title, Text about, String written, List<AnswerFile> files) {}

  /**
   * An answer as a file.
   *
   * @param bytes null for a workbook, which holds the moment it was written, so that its size is
   *     not the same each time
   */
  record AnswerFile(String suffix, @Nullable Integer bytes) {}

  Release newest() {
    return releases.getLast();
  }

  LocalDate begin() {
    return releases.stream().map(Release::standsFor).min(LocalDate::compareTo).orElseThrow();
  }

  LocalDate end() {
    return releases.stream().map(Release::standsFor).max(LocalDate::compareTo).orElseThrow();
  }

  /** The moment that is the same on every installation, whenever it imported the release. */
  static Instant since(Release release) {
    return release.knownFrom().toInstant();
  }
}
