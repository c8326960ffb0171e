package org.stadtstand.record.time;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How a node learns of releases, and which municipality is the default. */
@ConfigurationProperties(prefix = "history", ignoreUnknownFields = false)
record HistorySettings(
    @DefaultValue("duesseldorf") String defaultMunicipality, @DefaultValue("2s") Duration poll) {}
