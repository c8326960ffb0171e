package org.stadtstand.deliver.description;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadtstand.deliver.finding.FindingPlace;
import org.stadtstand.ground.text.NormalForm;
import org.stadtstand.record.time.ReleaseKind;

/**
 * What datapackage.json says about a delivery as a whole.
 *
 * @param municipality the key of the municipality whose record this is
 * @param given the columns of the table municipality whose values come from here: publisher,
 *     standing, licence, licence_url, attribution, contact, accrual_periodicity
 * @param entry what it says about itself for catalogues
 * @param defaultSource the key of the source for all rows that name none
 * @param standsFor the day a reconstructed release represents
 * @param revokes the number of the release to revoke
 * @param files every file mentioned, including those of unusable resources
 */
public record Description(
    String name,
    String municipality,
    Map<String, String> given,
    CatalogueEntry entry,
    @Nullable String defaultSource,
    ReleaseKind kind,
    @Nullable LocalDate standsFor,
    @Nullable String reason,
    @Nullable Integer revokes,
    List<Resource> resources,
    Set<String> files) {

  public static final String FILE = "datapackage.json";

  /** Stands in for a missing value while the tables are read; it is never published. */
  public static final String MISSING = "https://missing.invalid";

  /** What a command publishes without a folder: it revokes a release and delivers nothing. */
  public static Description revocation(String municipality, int revokes, String reason) {
    return new Description(
        "",
        municipality,
        Map.of(),
        CatalogueEntry.NONE,
        null,
        ReleaseKind.PUBLISHED,
        null,
        NormalForm.of(reason),
        revokes,
        List.of(),
        Set.of());
  }

  /** Where findings about a single property are reported. */
  static FindingPlace property(String property) {
    return new FindingPlace(FILE, 0, 0, property);
  }

  /** Where findings about a property of this one are reported. */
  public FindingPlace place(String property) {
    return name.isEmpty() ? place() : property(property);
  }

  /** Where findings about the release as a whole are reported; a command has no file. */
  public FindingPlace place() {
    return FindingPlace.file(name.isEmpty() ? "." : FILE);
  }
}
