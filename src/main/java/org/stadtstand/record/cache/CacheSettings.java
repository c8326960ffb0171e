package org.stadtstand.record.cache;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much is cached.
 *
 * @param records one unit is about one record, 300 to 600 bytes of heap; what questions built from
 *     records counts by its size; 0 caches nothing
 * @param answers finished answers in bytes of heap; 0 caches nothing
 */
@ConfigurationProperties(prefix = "cache", ignoreUnknownFields = false)
record CacheSettings(
    @DefaultValue("500000") long records, @DefaultValue("64MB") DataSize answers) {}
