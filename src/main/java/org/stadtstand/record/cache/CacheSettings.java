package org.stadtstand.record.cache;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much is cached.
 *
 * @param results what was worked out of records, in bytes of heap; 0 caches nothing
 * @param answers finished answers in bytes of heap; 0 caches nothing
 */
@ConfigurationProperties(prefix = "cache", ignoreUnknownFields = false)
record CacheSettings(
    @DefaultValue("128MB") DataSize results, @DefaultValue("64MB") DataSize answers) {}
