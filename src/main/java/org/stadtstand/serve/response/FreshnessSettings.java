package org.stadtstand.serve.response;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long others may keep an answer.
 *
 * @param now an answer about now; never beyond the end of the day
 * @param staleWhileRevalidate how much longer they may serve it while they fetch a new one
 * @param lasting an answer that names its state
 */
@ConfigurationProperties(prefix = "freshness", ignoreUnknownFields = false)
record FreshnessSettings(
    @DefaultValue("60s") Duration now,
    @DefaultValue("60s") Duration staleWhileRevalidate,
    @DefaultValue("1d") Duration lasting) {}
