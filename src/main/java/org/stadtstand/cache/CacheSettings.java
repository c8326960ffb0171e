package org.stadtstand.cache;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How much is kept: one unit is about one record, 300 to 600 bytes of heap; 0 keeps nothing. */
@ConfigurationProperties(prefix = "cache", ignoreUnknownFields = false)
record CacheSettings(@DefaultValue("500000") long records) {}
