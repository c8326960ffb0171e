package org.stadtstand.serve.request;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** What a request may weigh, how long it may take to arrive, and what is kept for later ones. */
@ConfigurationProperties(prefix = "http", ignoreUnknownFields = false)
record HttpSettings(
    @DefaultValue("1MB") DataSize body,
    @DefaultValue("10s") Duration bodyTime,
    @DefaultValue("4000000") long persistedCharacters) {}
