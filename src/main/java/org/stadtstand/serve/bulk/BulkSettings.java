package org.stadtstand.serve.bulk;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How whole tables are sent.
 *
 * @param downloads that are sent at the same time; each holds a connection
 * @param downloadTime how long the sending of one table may take
 */
@ConfigurationProperties(prefix = "bulk", ignoreUnknownFields = false)
record BulkSettings(@DefaultValue("4") int downloads, @DefaultValue("10m") Duration downloadTime) {}
