package org.stadtstand.deliver.description;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery says about itself for catalogues; null and empty where it says nothing. It is
 * sealed with the release, and the release's package says it again.
 *
 * @param themes codes of the data themes of the European Union
 * @param publisherType a code of ADMS
 * @param contributor as whose data GovData takes the record, by its list
 */
public record CatalogueEntry(
    @Nullable String title,
    @Nullable String description,
    @Nullable String licenceTitle,
    List<String> keywords,
    List<String> themes,
    @Nullable String homepage,
    @Nullable String publisherType,
    @Nullable String contributor) {

  static final CatalogueEntry NONE =
      new CatalogueEntry(null, null, null, List.of(), List.of(), null, null, null);
}
