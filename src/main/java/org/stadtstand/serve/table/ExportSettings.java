package org.stadtstand.serve.table;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of an answer may be exported at once.
 *
 * @param rows records of a list that {@code all=true} follows
 */
@ConfigurationProperties(prefix = "export", ignoreUnknownFields = false)
record ExportSettings(@DefaultValue("1000000") int rows) {}
