package org.stadtstand.serve.request;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large a request may be, how long it may take to arrive, and how much is kept for persisted
 * queries.
 */
@ConfigurationProperties(prefix = "http", ignoreUnknownFields = false)
record HttpSettings(
    @DefaultValue("1MB") DataSize body,
    @DefaultValue("10s") Duration bodyTime,
    @DefaultValue("4000000") long persistedCharacters) {}
