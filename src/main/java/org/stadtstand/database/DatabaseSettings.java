package org.stadtstand.database;

import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** Where the embedded database lies, and how many connections do what for how long. */
@Validated
@ConfigurationProperties(prefix = "database", ignoreUnknownFields = false)
record DatabaseSettings(
    Path dataDirectory,
    boolean attach,
    @Min(1) int readConnections,
    @Min(2) int publishConnections,
    Duration connectionTimeout,
    Duration statementTimeout) {}
