package org.stadtstand.serve.response;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The size of the cache of parsed requests.
 *
 * @param characters of all cached requests, each counted twice; 0 turns the cache off
 */
@ConfigurationProperties(prefix = "known-requests", ignoreUnknownFields = false)
record KnownRequestsSettings(@DefaultValue("4000000") long characters) {}
