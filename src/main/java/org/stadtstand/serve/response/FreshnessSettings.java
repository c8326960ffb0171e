package org.stadtstand.serve.response;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long others may keep an answer.
 *
 * @param now one about now; never beyond the day
 * @param staleWhileRevalidate how much longer they may give it out while they fetch a new one
 * @param lasting one that names its state
 */
@ConfigurationProperties(prefix = "freshness", ignoreUnknownFields = false)
record FreshnessSettings(
    @DefaultValue("60s") Duration now,
    @DefaultValue("60s") Duration staleWhileRevalidate,
    @DefaultValue("1d") Duration lasting) {}
