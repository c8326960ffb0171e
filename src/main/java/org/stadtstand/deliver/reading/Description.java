package org.stadtstand.deliver.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.stadtstand.deliver.finding.FindingPlace;
import org.stadtstand.record.time.ReleaseKind;

/**
 * What datapackage.json says about a delivery as a whole.
 *
 * @param municipality the key of the municipality whose record this is
 * @param given the columns of the table municipality whose values stand here: publisher, standing,
 *     licence, licence_url, attribution, contact
 * @param defaultSource the key of the source of all rows that name none
 * @param standsFor the day a reconstructed release represents
 * @param revokes the number of the release that is taken back
 * @param files every file that is mentioned, also by resources that cannot be used
 */
public record Description(
    String name,
    String municipality,
    Map<String, String> given,
    @Nullable String defaultSource,
    ReleaseKind kind,
    @Nullable LocalDate standsFor,
    @Nullable String reason,
    @Nullable Integer revokes,
    List<Resource> resources,
    Set<String> files) {

  public static final String FILE = "datapackage.json";

  /** What a command publishes without a folder: it takes back a release, and brings nothing. */
  public static Description revocation(String municipality, int revokes, String reason) {
    return new Description(
        "",
        municipality,
        Map.of(),
        null,
        ReleaseKind.PUBLISHED,
        null,
        reason,
        revokes,
        List.of(),
        Set.of());
  }

  /** Where what is wrong with one property is found. */
  static FindingPlace property(String property) {
    return new FindingPlace(FILE, 0, 0, property);
  }

  /** Where what is wrong with the release as a whole is found; a command has no file. */
  public FindingPlace place() {
    return FindingPlace.file(name.isEmpty() ? "." : FILE);
  }
}
