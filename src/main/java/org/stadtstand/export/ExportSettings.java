package org.stadtstand.export;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is taken home at once.
 *
 * @param rows records of a list that {@code all=true} follows
 * @param downloads whole tables that are sent at the same time; each holds a connection
 * @param downloadTime how long the sending of one table may take
 */
@ConfigurationProperties(prefix = "export", ignoreUnknownFields = false)
record ExportSettings(
    @DefaultValue("1000000") int rows,
    @DefaultValue("4") int downloads,
    @DefaultValue("10m") Duration downloadTime) {}
