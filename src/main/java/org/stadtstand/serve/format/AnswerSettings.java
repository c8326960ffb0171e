package org.stadtstand.serve.format;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Whether answers have the status codes of the newest edition of GraphQL over HTTP. */
@ConfigurationProperties(prefix = "answer", ignoreUnknownFields = false)
record AnswerSettings(@DefaultValue("false") boolean edition2026) {}
