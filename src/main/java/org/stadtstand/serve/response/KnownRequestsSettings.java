package org.stadtstand.serve.response;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests are known again.
 *
 * @param characters of all that was read of them, each counted twice; 0 keeps nothing
 */
@ConfigurationProperties(prefix = "known-requests", ignoreUnknownFields = false)
record KnownRequestsSettings(@DefaultValue("4000000") long characters) {}
