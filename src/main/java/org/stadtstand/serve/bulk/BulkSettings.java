package org.stadtstand.serve.bulk;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits on whole tables.
 *
 * @param copies how many may be read from the database at the same time; each holds a connection
 * @param copyTime how long reading one table may take
 * @param stored the size of the files that are kept on disk
 */
@ConfigurationProperties(prefix = "bulk", ignoreUnknownFields = false)
record BulkSettings(
    @DefaultValue("4") int copies,
    @DefaultValue("1m") Duration copyTime,
    @DefaultValue("1GB") DataSize stored) {}
