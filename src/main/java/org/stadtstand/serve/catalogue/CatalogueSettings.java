package org.stadtstand.serve.catalogue;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is responsible for the catalogue as a whole.
 *
 * @param publisher empty for the publisher of the first city in it
 * @param publisherType a code of ADMS; empty for none
 */
@ConfigurationProperties(prefix = "catalogue", ignoreUnknownFields = false)
record CatalogueSettings(
    @DefaultValue("Stadtstand") String title,
    @DefaultValue("") String publisher,
    @DefaultValue("") String publisherType) {}
