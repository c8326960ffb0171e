package org.stadtstand.serve.format;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How answers are sent: with the status codes of the newest edition of GraphQL over HTTP or not.
 */
@ConfigurationProperties(prefix = "answer", ignoreUnknownFields = false)
record AnswerSettings(@DefaultValue("false") boolean edition2026) {}
