package org.stadtstand.serve.catalogue;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stadtstand.ground.fault.ApiError;
import org.stadtstand.ground.fault.ErrorCode;
import org.stadtstand.serve.format.Negotiation;

/**
 * Which page of the catalogue is asked for, and in which form.
 *
 * @param city its key; null for the first page
 */
record CatalogueAddress(@Nullable String city, CatalogueForm form) {

  static final String ROOT = "/catalog";

  /**
   * Reads an address.
   *
   * @param path what follows {@code /catalog}: empty, a suffix, or a city with or without one
   */
  static CatalogueAddress read(String path, @Nullable String accept) {
    CatalogueForm named =
        Arrays.stream(CatalogueForm.values())
            .filter(form -> path.endsWith(form.suffix()))
            .findFirst()
            .orElse(null);
    String rest = named == null ? path : path.substring(0, path.length() - named.suffix().length());
    CatalogueForm form = named == null ? negotiated(accept) : named;
    if (rest.isEmpty()) {
      return new CatalogueAddress(null, form);
    }
    if (!rest.startsWith("/")) {
      throw unknown(path);
    }
    return new CatalogueAddress(rest.substring(1), form);
  }

  private static CatalogueForm negotiated(@Nullable String accept) {
    return Negotiation.preferred(accept, List.of(CatalogueForm.values()), CatalogueForm::mediaType);
  }

  /** The error for a page that there is not. */
  static ApiError unknown(String path) {
    return new ApiError(
        ErrorCode.NOT_FOUND,
        "There is no page " + ROOT + path + " of the catalogue.",
        "Begin with /catalog.ttl, .rdf or .jsonld; each page names the next one, which is one of a"
            + " city, and the last page names none.");
  }
}
