package org.stadtstand.deliver.publication;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is imported when the server starts.
 *
 * @param packages directories whose sub-folders are deliveries, taken in the order of their names
 */
@ConfigurationProperties(prefix = "ingest", ignoreUnknownFields = false)
record IngestSettings(
    @DefaultValue({"seed-data/duesseldorf", "seed-data/musterstadt"}) List<Path> packages) {}
