package org.stadtstand.serve.bulk;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits on sending whole tables.
 *
 * @param downloads how many may run at the same time; each holds a connection
 * @param downloadTime how long sending one table may take
 */
@ConfigurationProperties(prefix = "bulk", ignoreUnknownFields = false)
record BulkSettings(@DefaultValue("4") int downloads, @DefaultValue("10m") Duration downloadTime) {}
