package org.stadtstand.serve.citation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of what was cited is kept; it is kept for ever.
 *
 * @param archived answers; then no more are cited
 * @param archivedBytes the size of one answer; a larger one has no citation
 * @param cached bytes of archived answers that are held in memory
 */
@ConfigurationProperties(prefix = "citation", ignoreUnknownFields = false)
record CitationSettings(
    @DefaultValue("10000") int archived,
    @DefaultValue("500000") int archivedBytes,
    @DefaultValue("50MB") DataSize cached) {}
