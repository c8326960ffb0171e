package org.stadtstand.serve.citation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits on the archive of cited answers, which are kept for ever.
 *
 * @param archived how many answers may be archived before citing stops
 * @param archivedBytes the size of one answer; a larger one cannot be cited
 * @param cached bytes of archived answers to hold in memory
 */
@ConfigurationProperties(prefix = "citation", ignoreUnknownFields = false)
record CitationSettings(
    @DefaultValue("10000") int archived,
    @DefaultValue("500000") int archivedBytes,
    @DefaultValue("50MB") DataSize cached) {}
